// In: nothing. Out: the paths by which the server tells about itself, as OpenAPI has them.
import { headerRefs } from './answer-headers.ts';
import type { Json, Paths } from './openapi-shapes.ts';
import { refusals } from './refusals.ts';

const jsonAnswer = (description: string, schema: Json) => ({
  200: { description, headers: headerRefs(['X-Request-Id']), content: { 'application/json': { schema } } },
  ...refusals(['method_not_allowed', 'internal_error']),
});
const info = (operationId: string, summary: string, description: string, schema: Json) => ({
  get: { operationId, summary, tags: ['About'], security: [], responses: jsonAnswer(description, schema) },
});

const health = (word: string): Json => ({
  type: 'object',
  properties: { status: { type: 'string' }, store: { enum: ['ok', 'degraded'] } },
  required: ['status'],
  description: word,
});

export const infoPaths: Paths = {
  '/api/v1/errors': info('errorCatalogue', 'Every documented error', 'One row per error', {
    type: 'array',
    items: {
      type: 'object',
      properties: { code: { type: 'string' } },
      required: ['code', 'dialect', 'title'],
    },
  }),
  '/api/v1/schema': info('chartSchema', 'The chart as JSON Schema, draft 7', 'A JSON Schema', {
    type: 'object',
  }),
  '/api/v1/capabilities': info(
    'capabilities',
    'What this server offers',
    'Formats, limits, plans, test keys',
    {
      type: 'object',
      required: ['version', 'formats', 'limits', 'plans'],
    },
  ),
  '/api/v1/openapi.json': info('openApi', 'This document', 'OpenAPI 3.1', {
    type: 'object',
    required: ['openapi'],
  }),
  '/healthz': info('alive', 'Whether the process lives', 'It does', health('Alive')),
  '/readyz': {
    get: {
      operationId: 'ready',
      summary: 'Whether requests should be sent here',
      tags: ['About'],
      security: [],
      responses: {
        ...jsonAnswer(
          'Ready; `store` tells whether limits are counted in the store or in this process',
          health('Ready'),
        ),
        503: {
          description: 'Starting or draining',
          content: { 'application/json': { schema: health('Not ready') } },
        },
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'metrics',
      summary: 'Numbers for Prometheus',
      tags: ['About'],
      security: [],
      responses: {
        200: { description: 'Prometheus text', content: { 'text/plain': { schema: { type: 'string' } } } },
        ...refusals(['method_not_allowed']),
      },
    },
  },
};

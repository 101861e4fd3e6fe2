// In: nothing. Out: the paths that answer pictures as OpenAPI has them, made from the schemas and the catalogue that the
// server enforces.
import { chartTypes, DEFAULTS, formats } from '#shared/chart-spec.ts';
import { type ServedCode, servedCodes } from '#shared/errors.ts';
import { LIMITS } from '#shared/limits.ts';
import { RENDER_PATH } from '#shared/render-url.ts';
import { contentTypes } from '../picture-answer.ts';
import { headerRefs as headers } from './answer-headers.ts';
import type { Json, Parameter, Paths, ResponseOf } from './openapi-shapes.ts';
import { refusals } from './refusals.ts';

const rate = [
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
  'RateLimit-Policy',
  'RateLimit',
] as const;
const picture = [
  'ETag',
  'Cache-Control',
  'X-Cache',
  'X-Render-Time-Ms',
  'Server-Timing',
  'Content-Disposition',
  'X-Request-Id',
  ...rate,
] as const;
type Content = NonNullable<ResponseOf['content']>;
const pictures: Content = Object.fromEntries(
  formats.map((format) => [contentTypes[format], { schema: format === 'svg' ? { type: 'string' } : {} }]),
);
const savedUrl: Content = {
  'application/json': {
    schema: {
      type: 'object',
      properties: { url: { type: 'string', format: 'uri' } },
      required: ['url'],
      description: 'With `returnUrl`: where the picture is kept',
    },
  },
};

export const except = (...left: ServedCode[]) => servedCodes.filter((code) => !left.includes(code));
const byPost = except('url_too_long', 'invalid_base64', 'not_found');
const byGet = except('invalid_json', 'body_too_large', 'unsupported_media_type', 'not_found');

export const query = (name: string, description: string, schema: Json = { type: 'string' }): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
});
export const side = { type: 'integer', minimum: LIMITS.side.min, maximum: LIMITS.side.max };

/** Every GET address that answers a picture answers these. */
export const pictureResponses: Record<string, ResponseOf> = {
  200: { description: 'The picture', headers: headers(picture), content: { ...pictures, ...savedUrl } },
  304: {
    description: 'The picture that is held already is right',
    headers: headers(['ETag', 'Cache-Control', ...rate]),
  },
};
export const forEveryGet: Parameter[] = [
  query('key', 'API key, where no header can be set; alias `apiKey`'),
  {
    name: 'If-None-Match',
    in: 'header',
    description: 'ETags that are held already',
    schema: { type: 'string' },
  },
];

const simpleForm = [
  query('type', 'Kind of chart; alias `cht`', { enum: [...chartTypes] }),
  query('labels', 'Labels, separated by commas; a comma inside one is `%2C`; alias `l`'),
  query('data', 'Numbers of the one dataset, separated by commas; alias `d`'),
  query('title', 'Title over the chart; alias `t`'),
  query('width', 'Width in px', { ...side, default: DEFAULTS.width }),
  query('height', 'Height in px', { ...side, default: DEFAULTS.height }),
  query('format', 'Kind of picture', { enum: [...formats], default: DEFAULTS.format }),
];

export const renderPaths: Paths = {
  [RENDER_PATH]: {
    post: {
      operationId: 'renderByPost',
      summary: 'Draw a chart',
      tags: ['Render'],
      description:
        'The chart as JSON, strictly: no comments, no trailing commas. All faults of a chart are told at once, each with its path.',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Chart' },
            example: {
              type: 'bar',
              data: { labels: ['Mon', 'Tue', 'Wed'], datasets: [{ label: 'Visits', data: [12, 19, 7] }] },
            },
          },
        },
      },
      responses: {
        200: {
          description: 'The picture; with `returnUrl` the address where it is kept',
          headers: headers(picture),
          content: { ...pictures, ...savedUrl },
        },
        ...refusals(byPost),
      },
    },
    get: {
      operationId: 'renderByUrl',
      summary: 'Draw a chart from its URL',
      tags: ['Render'],
      description: `For \`<img>\`. Either the whole chart as base64url of its JSON, or the simple form with one dataset. Path and query together have at most ${LIMITS.urlCharacters} characters. HEAD answers the same without drawing.`,
      parameters: [
        query('chart', 'The chart’s JSON as base64url; standard base64 and padding are taken too; alias `c`'),
        ...simpleForm,
        ...forEveryGet,
      ],
      responses: { ...pictureResponses, ...refusals(byGet) },
    },
  },
  '/renders/{file}': {
    get: {
      operationId: 'savedPicture',
      summary: 'A picture that was kept with `returnUrl`',
      tags: ['Render'],
      security: [],
      description:
        'Public and immutable. An address that is not known answers 404: as JSON, or as a small picture where an image is asked for.',
      parameters: [
        {
          name: 'file',
          in: 'path',
          required: true,
          description: 'As in the address that `returnUrl` gave',
          schema: { type: 'string', pattern: `^[0-9a-f]{32}\\.(${formats.join('|')})$` },
        },
      ],
      responses: {
        200: {
          description: 'The picture',
          headers: headers(['ETag', 'Cache-Control', 'X-Request-Id']),
          content: pictures,
        },
        304: {
          description: 'The picture that is held already is right',
          headers: headers(['ETag', 'Cache-Control']),
        },
        ...refusals(['not_found', 'method_not_allowed', 'internal_error', 'overloaded']),
      },
    },
  },
};

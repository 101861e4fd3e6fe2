// In: nothing. Out: the paths of the templates as OpenAPI has them.
import { brandKits, DEFAULTS, formats } from '#shared/chart-spec.ts';
import { LIMITS } from '#shared/limits.ts';
import { categories } from '#shared/templates/template.ts';
import { TEMPLATE_RATIO } from '#shared/templates/template-chart.ts';
import { TEMPLATES_PATH, templateRenderPath } from '#shared/templates/template-list.ts';
import { templates } from '#shared/templates/templates.ts';
import { headerRefs } from './answer-headers.ts';
import type { Json, Parameter, Paths } from './openapi-shapes.ts';
import { refusals } from './refusals.ts';
import { except, forEveryGet, pictureResponses, query, side } from './render-paths.ts';

const text = { type: 'string' };
const ids = templates.map(({ id }) => id);

const entry: Json = {
  type: 'object',
  properties: {
    id: { enum: ids },
    name: text,
    description: text,
    category: { enum: [...categories] },
    series: { type: 'array', items: text, description: 'What `data` means, in its order' },
    parameters: { type: 'array', items: text },
    defaults: { type: 'object', description: 'What is drawn where a parameter is left out' },
    renderUrl: { type: 'string', format: 'uri' },
    chart: { $ref: '#/components/schemas/Chart' },
  },
  required: [
    'id',
    'name',
    'description',
    'category',
    'series',
    'parameters',
    'defaults',
    'renderUrl',
    'chart',
  ],
};

const parameters: Parameter[] = [
  { name: 'id', in: 'path', required: true, description: 'Of the template', schema: { enum: ids } },
  query(
    'data',
    'Numbers separated by commas, in place of the sample; series are separated by `;`, in the order of the list. Series that are not given are left out, and figures in the picture are computed anew. An empty item is a gap; alias `d`',
  ),
  query(
    'labels',
    'Labels separated by commas; a comma inside one is `%2C`. Without them, as many points as the sample has keep its labels, any other number is counted; alias `l`',
  ),
  query('title', 'In place of the title; alias `t`'),
  query('width', 'Width in px', side),
  query('height', 'Height in px', side),
  query('format', 'Kind of picture', { enum: [...formats], default: DEFAULTS.format }),
  query('brandKitId', 'Another kit than the template’s own', { examples: [...brandKits], type: 'string' }),
  query('scale', 'Pixels of the bitmap per px; alias `devicePixelRatio`', {
    type: 'number',
    minimum: LIMITS.ratio.min,
    maximum: LIMITS.ratio.max,
    default: TEMPLATE_RATIO,
  }),
  query('palette', 'Series colours as hex, separated by commas; the `#` is `%23` or left out'),
  query('mode', 'Ground of the kit; without it the one that the kit is at home on', {
    enum: ['light', 'dark'],
  }),
];

export const templatePaths: Paths = {
  [TEMPLATES_PATH]: {
    get: {
      operationId: 'templates',
      summary: 'Every template',
      description: 'With its chart as JSON, to change and to send',
      tags: ['Templates'],
      security: [],
      responses: {
        200: {
          description: 'One entry per template',
          headers: headerRefs(['X-Request-Id']),
          content: { 'application/json': { schema: { type: 'array', items: entry } } },
        },
        ...refusals(['method_not_allowed', 'internal_error']),
      },
    },
  },
  [templateRenderPath('{id}')]: {
    get: {
      operationId: 'renderTemplate',
      summary: 'Draw a template with your figures',
      description: `For \`<img>\`. Faults are told at the parameter that caused them. Path and query together have at most ${LIMITS.urlCharacters} characters. HEAD answers the same without drawing.`,
      tags: ['Templates'],
      parameters: [...parameters, ...forEveryGet],
      responses: {
        ...pictureResponses,
        ...refusals(except('invalid_json', 'invalid_base64', 'body_too_large', 'unsupported_media_type')),
      },
    },
  },
};

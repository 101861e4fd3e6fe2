// In: nothing. Out: the paths of the Image-Charts dialect as OpenAPI has them. Its coded refusals carry their facts in two headers,
// so they are described by status here, and their codes by the catalogue.
import { imageChartsErrors } from '#shared/errors-image-charts.ts';
import { type ImageChartsServedCode, imageChartsServed } from '#shared/image-charts-faults.ts';
import { IMAGE_CHARTS_PATHS, IMAGE_CHARTS_SIGN_PATH, IMAGE_CHARTS_SIZE } from '#shared/image-charts-query.ts';
import { LIMITS } from '#shared/limits.ts';
import { headerRefs } from './answer-headers.ts';
import type { Json, Parameter, Paths, ResponseOf } from './openapi-shapes.ts';
import { refusals } from './refusals.ts';

const query = (name: string, description: string, schema: Json = { type: 'string' }): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
});
const side = { type: 'integer', minimum: LIMITS.side.min, maximum: LIMITS.side.max };

const parameters: Parameter[] = [
  {
    name: 'version',
    in: 'path',
    required: true,
    description: '`2.8.0` translates options of Chart.js 2, `4` takes those of today',
    schema: { enum: Object.keys(IMAGE_CHARTS_PATHS) },
  },
  query(
    'c',
    'The configuration as JSON; single quotes, bare keys and trailing commas are taken. No functions',
  ),
  query('chart', 'Another name of `c`; one of them is required'),
  query('encoding', 'How `c` is written', { enum: ['url', 'base64'], default: 'url' }),
  query('width', 'Width in px', { ...side, default: IMAGE_CHARTS_SIZE.width }),
  query('height', 'Height in px', { ...side, default: IMAGE_CHARTS_SIZE.height }),
  query('backgroundColor', 'rgb, rgba, hex (`%23` for `#`) or a name; alias `bkg`', {
    type: 'string',
    default: 'white',
  }),
  query('bkg', 'Another name of `backgroundColor`'),
  query('icretina', '`1` doubles the bitmap; for signed requests', { enum: ['0', '1'], default: '0' }),
  query('icac', 'Account; goes with `ichm`'),
  query('ichm', 'Lower-case hex of HMAC-SHA256 over the query as it is sent, without `ichm`'),
];

const statuses = [...new Set(imageChartsServed.map((code) => imageChartsErrors[code].status))];
const titled = (code: ImageChartsServedCode) => `**${code}**: ${imageChartsErrors[code].title}.`;

const refusal: Json = {
  type: 'object',
  properties: {
    error: { type: 'string' },
    code: { enum: [...imageChartsServed] },
    details: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
  required: ['error', 'code', 'details'],
};

const coded = Object.fromEntries(
  statuses.map((status): [string, ResponseOf] => [
    String(status),
    {
      description: imageChartsServed
        .filter((code) => imageChartsErrors[code].status === status)
        .map(titled)
        .join(' '),
      headers: headerRefs(['x-ic-error-code', 'x-ic-error-validation', 'X-Request-Id']),
      content: {
        'image/png': { schema: {} },
        'image/svg+xml': { schema: { type: 'string' } },
        'application/json': { schema: refusal },
      },
    },
  ]),
);

const text = { type: 'string' };
const info = (operationId: string, summary: string, description: string, schema: Json) => ({
  operationId,
  summary,
  description,
  tags: ['Image-Charts'],
  security: [],
  responses: {
    200: {
      description: summary,
      headers: headerRefs(['X-Request-Id']),
      content: { 'application/json': { schema } },
    },
  },
});

const codes = info(
  'imageChartsCodes',
  'Every code of the dialect',
  'Also those that this server never raises',
  {
    type: 'array',
    items: {
      type: 'object',
      properties: { code: text, description: text },
      required: ['code', 'description'],
    },
  },
);
const sign = info(
  'signImageCharts',
  'Sign a query with the public test account',
  'The query of this very request is signed, byte for byte; `icac` is added where it is missing.',
  {
    type: 'object',
    properties: { icac: text, signed: text, ichm: text, query: text },
    required: ['icac', 'signed', 'ichm', 'query'],
  },
);

export const imageChartsPaths: Paths = {
  '/chart.js/{version}': {
    get: {
      operationId: 'renderImageCharts',
      summary: 'Draw a chart in the Image-Charts dialect',
      tags: ['Image-Charts'],
      security: [],
      description:
        'PNG. A refusal is a picture of its message with its own status, or JSON where `Accept` names it. Other parameters are ignored.',
      parameters,
      responses: {
        200: {
          description: 'The picture',
          headers: headerRefs(['ETag', 'Cache-Control', 'X-Cache', 'X-Render-Time-Ms', 'X-Request-Id']),
          content: { 'image/png': { schema: {} } },
        },
        304: {
          description: 'The picture that is held already is right',
          headers: headerRefs(['ETag', 'Cache-Control']),
        },
        ...refusals(['not_found', 'method_not_allowed', 'internal_error', 'overloaded', 'render_timeout']),
        429: {
          description:
            'Too many requests. Where the client is blocked for a minute, no header tells the wait.',
          headers: headerRefs(['X-Request-Id']),
        },
        ...coded,
      },
    },
  },
  '/errors.json': {
    get: { ...codes, responses: { ...codes.responses, ...refusals(['method_not_allowed']) } },
  },
  [IMAGE_CHARTS_SIGN_PATH]: {
    get: {
      ...sign,
      responses: { ...sign.responses, ...refusals(['invalid_spec', 'not_found', 'method_not_allowed']) },
    },
  },
};

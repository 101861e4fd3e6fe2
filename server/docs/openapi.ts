// In: the server's version and address. Out: the OpenAPI 3.1 document of its API, made from what the server enforces.
import { chartJsonSchema } from '#shared/chart-json-schema.ts';
import { answerHeaders } from './answer-headers.ts';
import { imageChartsPaths } from './image-charts-paths.ts';
import { infoPaths } from './info-paths.ts';
import type { OpenApi } from './openapi-shapes.ts';
import { errorSchemas } from './refusals.ts';
import { renderPaths } from './render-paths.ts';
import { templatePaths } from './template-paths.ts';

/** @param publicUrl address under which the server is known outside; without it, clients take the document's own origin */
export function openApi({ version, publicUrl }: { version: string; publicUrl: string | undefined }): OpenApi {
  const { $schema: _, ...chart } = chartJsonSchema('draft-2020-12');
  return {
    openapi: '3.1.1',
    info: {
      title: 'Chart playground',
      version,
      description:
        'Chart JSON in, picture out: PNG, JPEG, WebP, SVG or PDF. Every refusal is documented and says what to do.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl ?? '/' }],
    // Any of the three; the empty one is a request without a key.
    security: [{ bearer: [] }, { query: [] }, {}],
    tags: [
      { name: 'Render', description: 'Charts to pictures' },
      { name: 'Templates', description: 'Finished charts that take your figures' },
      { name: 'Image-Charts', description: 'The same pictures in the dialect of another API' },
      { name: 'About', description: 'What the server says about itself' },
    ],
    paths: { ...renderPaths, ...templatePaths, ...imageChartsPaths, ...infoPaths },
    components: {
      schemas: { Chart: chart, ...errorSchemas },
      headers: answerHeaders,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: '`Authorization: Bearer <key>`' },
        query: {
          type: 'apiKey',
          in: 'query',
          name: 'key',
          description: 'Where no header can be set; the header wins',
        },
      },
    },
  };
}

// In: the catalogue. Out: its rows as OpenAPI responses, one per status: every body that may come with it, by its code.
import { z } from 'zod';
import { bodySchema, catalogueRows, errorRow, type ServedCode, servedCodes } from '#shared/errors.ts';
import { headerRefs } from './answer-headers.ts';
import type { Json, ResponseOf } from './openapi-shapes.ts';

/** Every body the server may refuse with, by its code. */
export const errorSchemas: Json = Object.fromEntries(
  servedCodes.map((code) => {
    const row = errorRow(code);
    const body = bodySchema(row);
    if (!body) throw new Error(`${code} is answered, but has no body`);
    const { $schema: _, ...schema } = z.toJSONSchema(body, { target: 'draft-2020-12' });
    return [code, { ...schema, title: row.title, description: `${row.meaning} ${row.fix}` }];
  }),
);

const examples = new Map(catalogueRows().map(({ code, body }) => [code as ServedCode, body]));

/** The responses of an operation that may end with these codes, by status. */
export function refusals(codes: readonly ServedCode[]): Record<string, ResponseOf> {
  const byStatus = new Map<string, ServedCode[]>();
  for (const code of codes) {
    const status = String(errorRow(code).status);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries([...byStatus].map(([status, same]) => [status, response(same)]));
}

function response(codes: readonly ServedCode[]): ResponseOf {
  const headers = new Set(['X-Request-Id', ...codes.flatMap((code) => errorRow(code).headers ?? [])]);
  return {
    description: codes.map((code) => `**${code}**: ${errorRow(code).title}.`).join(' '),
    headers: headerRefs([...headers]),
    content: {
      'application/json': {
        schema: { oneOf: codes.map((code) => ({ $ref: `#/components/schemas/${code}` })) },
        examples: Object.fromEntries(
          codes.map((code) => [code, { summary: errorRow(code).title, value: examples.get(code) }]),
        ),
      },
    },
  };
}

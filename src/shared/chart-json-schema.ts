// In: nothing. Out: the chart as JSON Schema, for completion, hover, `/api/v1/schema` and OpenAPI. Apart from the schema itself,
// because only the editor's lazy part and the server need the exporter.
import { z } from 'zod';
import { chartSpec } from './chart-spec.ts';

/**
 * Weaker than `readSpec`: rules over several fields and over names anywhere in `options` cannot be expressed in it.
 *
 * @param target the draft to write it in; OpenAPI 3.1 speaks 2020-12, editors mostly draft 7
 */
export const chartJsonSchema = (target: 'draft-7' | 'draft-2020-12' = 'draft-7') =>
  z.toJSONSchema(chartSpec, { target, io: 'input', unrepresentable: 'any', reused: 'inline' });

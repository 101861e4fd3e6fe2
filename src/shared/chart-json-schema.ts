// In: nothing. Out: the chart as JSON Schema (draft 7), for completion, hover and `/api/v1/schema`. Apart from the schema itself,
// because only the editor's lazy part and the server need the exporter.
import { z } from 'zod';
import { chartSpec } from './chart-spec.ts';

/** Weaker than `readSpec`: rules over several fields and over names anywhere in `options` cannot be expressed in it. */
export const chartJsonSchema = () =>
  z.toJSONSchema(chartSpec, { target: 'draft-7', io: 'input', unrepresentable: 'any', reused: 'inline' });

// In: an answer and the row it was to be. Out: how it compares with what is documented, point by point. Pure.
import { type Answer, classify } from '#shared/classify.ts';
import { bodySchema, type ErrorCode, errorRow } from '#shared/errors.ts';
import { readJson } from '#shared/strict-json.ts';

export type Finding = {
  /** `matches` stands alone. */
  kind:
    | 'matches'
    | 'other-error'
    | 'undocumented'
    | 'wrong-status'
    | 'missing-header'
    | 'extra-field'
    | 'wrong-field'
    | 'not-json';
  words: string;
};

/** Compares with the catalogue's own schema, which the server writes its bodies by. */
export function judge(expected: ErrorCode, answer: Answer): Finding[] {
  const row = errorRow(expected);
  const verdict = classify(answer, row.dialect === 'image-charts' ? 'image-charts' : 'chart-output');
  if (verdict.kind === 'success')
    return [{ kind: 'other-error', words: `The server answered ${answer.status}: nothing was refused.` }];
  if (verdict.kind === 'undocumented')
    return [{ kind: 'undocumented', words: `Nobody documents this answer (status ${verdict.status}).` }];
  if (verdict.code !== expected)
    return [{ kind: 'other-error', words: `This is ${verdict.code}, not ${expected}.` }];
  const findings: Finding[] = [];
  if (row.status !== null && row.status !== answer.status)
    findings.push({
      kind: 'wrong-status',
      words: `The status is ${answer.status}, documented is ${row.status}.`,
    });
  for (const name of row.headers ?? [])
    if (answer.headers[name.toLowerCase()] === undefined)
      findings.push({ kind: 'missing-header', words: `The header ${name} is missing or not readable.` });
  findings.push(...bodyFindings(expected, answer.body));
  return findings.length > 0
    ? findings
    : [{ kind: 'matches', words: 'Exactly as documented: status, headers and body.' }];
}

function bodyFindings(code: ErrorCode, body: string | null): Finding[] {
  const schema = bodySchema(errorRow(code));
  if (!schema) return [];
  const json = body === null ? undefined : readJson(body);
  if (!json?.ok) return [{ kind: 'not-json', words: 'The body is not the documented JSON.' }];
  const parsed = schema.safeParse(json.value);
  return (parsed.error?.issues ?? []).flatMap((issue): Finding[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ kind: 'extra-field', words: `The field ${key} is not documented.` }))
      : [{ kind: 'wrong-field', words: `${issue.path.join('.') || 'The body'}: ${issue.message}.` }],
  );
}

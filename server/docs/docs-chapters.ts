// In: the OpenAPI document, the catalogue, the plans and the test keys. Out: the chapters of the page at `/docs`, one function each.
import { catalogueRows } from '#shared/errors.ts';
import { type Html, html, prose } from './html.ts';
import type { Json, OpenApi, Operation } from './openapi-shapes.ts';
import { schemaWords } from './schema-words.ts';

export interface DocsFacts {
  document: OpenApi;
  /** As the reader knows this server: `https://charts.example`. */
  origin: string;
  plans: readonly { plan: string; rendersPerMonth: number; formats: readonly string[] }[];
  testKeys: readonly { key: string; plan: string; does: string }[];
}

/** In the order of the page, by the anchor of each. */
export const chapters = {
  start: 'Quick start',
  chart: 'The chart',
  endpoints: 'Endpoints',
  headers: 'Headers',
  errors: 'Errors',
  plans: 'Plans',
  keys: 'Test keys',
} as const;

const chapter = (id: keyof typeof chapters, body: Html): Html =>
  html`<section id="${id}"><h2>${chapters[id]}</h2>${body}</section>`;

/** The first column names what the row is about. */
const table = (heads: readonly string[], rows: readonly (readonly (Html | string)[])[]): Html =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="Table: ${heads.join(', ')}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(([first = '', ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`;

const code = (word: string) => html`<code>${word}</code>`;

export const start = (origin: string) =>
  chapter(
    'start',
    html`<p>Send the chart, get the picture. No key is needed to try.</p>
<pre tabindex="0"><code>curl -o chart.png -H 'Content-Type: application/json' \\
  -d '{"type":"bar","data":{"labels":["Mon","Tue","Wed"],"datasets":[{"label":"Visits","data":[12,19,7]}]}}' \\
  ${origin}/api/v1/render</code></pre>
<p>Or as an address for <code>&lt;img&gt;</code>, which the <a href="/">playground</a> makes from any chart:</p>
<pre tabindex="0"><code>${origin}/api/v1/render?type=bar&amp;labels=Mon,Tue,Wed&amp;data=12,19,7&amp;title=Visits</code></pre>`,
  );

export function chart(schema: Json): Html {
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const datasets = under(under(schema, 'data'), 'datasets').items as Json | undefined;
  return chapter(
    'chart',
    html`<p>Strict JSON. The options are those of Chart.js 4, as plain data: whatever would be a function is refused, and an
option that draws nothing is left out.</p>
${fields(schema, required)}
<h3>A dataset</h3>
${fields(datasets ?? {}, new Set((datasets?.required as string[] | undefined) ?? []))}`,
  );
}

const under = (schema: Json, key: string): Json =>
  ((schema.properties ?? {}) as Record<string, Json>)[key] ?? {};

function fields(schema: Json, required: ReadonlySet<string>): Html {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  return table(
    ['Field', 'Takes', 'Meaning'],
    properties.map(([name, field]) => [
      html`${code(name)}${required.has(name) ? html` <span class="tag">required</span>` : ''}`,
      schemaWords(field),
      typeof field.description === 'string' ? field.description : '',
    ]),
  );
}

export const endpoints = ({ paths }: OpenApi) =>
  chapter(
    'endpoints',
    html`${Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]: [string, Operation]) =>
        endpoint(method, path, operation),
      ),
    )}`,
  );

const endpoint = (method: string, path: string, operation: Operation): Html =>
  html`<article id="${operation.operationId}">
<h3><span class="method ${method}">${method.toUpperCase()}</span> ${code(path)}</h3>
<p>${operation.summary}. ${prose(operation.description ?? '')}</p>
${
  operation.parameters &&
  table(
    ['Parameter', 'Takes', 'Meaning'],
    operation.parameters.map(({ name, schema, description }) => [
      code(name),
      schemaWords(schema),
      prose(description),
    ]),
  )
}
${table(
  ['Status', 'Answer'],
  Object.entries(operation.responses).map(([status, { description }]) => [status, prose(description)]),
)}
</article>`;

export const headers = ({ components }: OpenApi) =>
  chapter(
    'headers',
    table(
      ['Header', 'Meaning'],
      Object.entries(components.headers as Record<string, { description: string }>).map(
        ([name, { description }]) => [code(name), prose(description)],
      ),
    ),
  );

const retries = {
  never: 'no',
  'after-wait': 'after Retry-After',
  backoff: 'a little later each time',
  'by-hand': 'once, by hand',
};

export const errors = () =>
  chapter(
    'errors',
    html`<p>Every refusal is JSON, with the sentence in <code>error</code> and an <code>X-Request-Id</code> to ask about it.</p>
${table(
  ['Code', 'Status', 'What happened', 'What to do', 'Retry'],
  catalogueRows()
    .filter(({ dialect }) => dialect !== 'image-charts')
    .map(({ code: name, status, title, meaning, fix, retry }) => [
      html`<code id="${name}">${name}</code>`,
      String(status ?? '–'),
      html`<strong>${title}.</strong> ${meaning}`,
      fix,
      retries[retry],
    ]),
)}`,
  );

export const planTable = (plans: DocsFacts['plans']) =>
  chapter(
    'plans',
    html`<p>A request without a key runs on <code>starter</code>, counted by address. Pictures from the cache cost nothing.</p>
${table(
  ['Plan', 'Renders a month', 'Formats'],
  plans.map(({ plan, rendersPerMonth, formats }) => [
    code(plan),
    rendersPerMonth.toLocaleString('en-US'),
    formats.join(', ') || '–',
  ]),
)}`,
  );

export const keyTable = (keys: DocsFacts['testKeys']) =>
  chapter(
    'keys',
    html`<p>Public keys that lead through the real pipeline into each documented state, to see every error on demand.</p>
${table(
  ['Key', 'Plan', 'What it does'],
  keys.map(({ key, plan, does }) => [code(key), plan, does]),
)}`,
  );

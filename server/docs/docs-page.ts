// In: the OpenAPI document, the plans and the test keys. Out: the page at `/docs`: the same facts for reading, without any script.
import {
  chapters,
  chart,
  type DocsFacts,
  endpoints,
  errors,
  headers,
  keyTable,
  planTable,
  start,
} from './docs-chapters.ts';
import { html } from './html.ts';

/** Nothing runs on this page, and nothing comes from elsewhere. */
export const docsPolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function docsPage({ document, origin, plans, testKeys }: DocsFacts): string {
  const shown = Object.entries(chapters).filter(([id]) => id !== 'keys' || testKeys.length > 0);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>API · ${document.info.title}</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<header><a class="brand" href="/"><img src="/favicon.svg" alt="" width="24" height="24">${document.info.title}</a>
<nav aria-label="Chapters">${shown.map(([id, word]) => html`<a href="#${id}">${word}</a>`)}</nav></header>
<main>
<h1>The API</h1>
<p class="lead">${document.info.description} Version ${document.info.version};
as a document for tools: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
${start(origin)}
${chart(document.components.schemas.Chart ?? {})}
${endpoints(document)}
${headers(document)}
${errors()}
${planTable(plans)}
${testKeys.length > 0 ? keyTable(testKeys) : undefined}
</main>
</body>
</html>`;
  return page.text;
}

// In: a request. Out: the same in languages that people paste: each runs as it stands, with nothing installed beside the language,
// and writes or shows the picture. The chart stands in it as data, the key as a variable of the environment.
import { formatJson } from '../../editor/format.ts';
import { curlCommand } from '../curl.ts';
import { type Asked, fileName, KEY_VARIABLE } from './shown.ts';

export const curlSnippet = ({ url, chart, format, withKey }: Asked): string =>
  curlCommand({
    origin: '',
    path: url,
    body: chart === undefined ? null : JSON.stringify(chart),
    withKey,
    file: fileName(format),
  });

/** A text of JSON is a text of JavaScript. In a page, `</` would end the script and `<!--` begin a comment in it. */
const script = (json: string): string => json.replace(/<(?=[/!])/g, '\\u003c');

const pretty = (value: unknown): string => {
  const json = JSON.stringify(value);
  const formatted = formatJson(json);
  return formatted.ok ? formatted.text.trimEnd() : json;
};

/** For a page: no key, which everybody could read there. */
export function fetchSnippet(asked: Asked): string {
  const { chart, alt, width, height } = asked;
  return [
    ...(chart === undefined ? [] : [`const chart = ${script(pretty(chart))};`, '']),
    ...call({ ...asked, withKey: false }),
    'const picture = await response.blob();',
    '',
    `const image = new Image(${width}, ${height});`,
    'image.src = URL.createObjectURL(picture);',
    `image.alt = ${script(JSON.stringify(alt))};`,
    'document.body.append(image);',
  ].join('\n');
}

export function nodeSnippet(asked: Asked): string {
  const { chart, format } = asked;
  return [
    '// Node 18 or later, as a module: node chart.mjs',
    "import { writeFile } from 'node:fs/promises';",
    '',
    ...(chart === undefined ? [] : [`const chart = ${script(pretty(chart))};`, '']),
    ...call(asked),
    `await writeFile('${fileName(format)}', Buffer.from(await response.arrayBuffer()));`,
  ].join('\n');
}

function call({ url, chart, withKey }: Asked): string[] {
  const options = [
    ...(chart === undefined ? [] : ["  method: 'POST',"]),
    ...(chart === undefined && !withKey
      ? []
      : [
          '  headers: {',
          ...(chart === undefined ? [] : ["    'Content-Type': 'application/json',"]),
          // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the snippet's own
          ...(withKey ? ['    Authorization: `Bearer ${process.env.CHART_API_KEY}`,'] : []),
          '  },',
        ]),
    ...(chart === undefined ? [] : ['  body: JSON.stringify(chart),']),
  ];
  const address = script(JSON.stringify(url));
  return [
    ...(options.length === 0
      ? [`const response = await fetch(${address});`]
      : [`const response = await fetch(${address}, {`, ...options, '});']),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the snippet's own
    'if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);',
  ];
}

export function pythonSnippet({ url, chart, format, withKey }: Asked): string {
  const headers = [
    ...(chart === undefined ? [] : ['        "Content-Type": "application/json",']),
    ...(withKey ? [`        "Authorization": f"Bearer {os.environ['${KEY_VARIABLE}']}",`] : []),
  ];
  const request = [
    `    ${JSON.stringify(url)},`,
    ...(chart === undefined ? [] : ['    data=json.dumps(chart).encode(),']),
    ...(headers.length === 0 ? [] : ['    headers={', ...headers, '    },']),
  ];
  return [
    ...(chart === undefined ? [] : ['import json']),
    ...(withKey ? ['import os'] : []),
    'import urllib.request',
    '',
    ...(chart === undefined ? [] : [`chart = ${python(pretty(chart))}`, '']),
    'request = urllib.request.Request(',
    ...request,
    ')',
    `with urllib.request.urlopen(request) as response, open("${fileName(format)}", "wb") as file:`,
    '    file.write(response.read())',
  ].join('\n');
}

const words: Record<string, string> = { true: 'True', false: 'False', null: 'None' };

/** Texts and numbers of JSON mean the same in Python; three words do not. */
const python = (json: string): string =>
  json.replace(/"(?:[^"\\]|\\.)*"|true|false|null/g, (token) => words[token] ?? token);

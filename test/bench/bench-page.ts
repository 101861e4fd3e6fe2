// In: a number of edits. Out: tables of what a person waits for on the built page, in a real browser. Numbers never fail it; only
// what keeps it from measuring does.
import { cpus, loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { buildIfNeeded } from '../../server/build-if-needed.ts';
import { chromiumPath, HOW_TO_GET_IT } from '../support/chromium.ts';
import { startProduction } from '../support/production-server.ts';
import { benchCharts } from './charts.ts';
import { type Loading, measureLoading } from './measure-loading.ts';
import { measureTyping } from './measure-typing.ts';
import { writeSection } from './server/report.ts';
import { spread } from './spread.ts';
import { kib, ms, table } from './table.ts';
import { typingRows } from './typing-rows.ts';

const VISITS = 5;

const load = () => loadavg()[0]?.toFixed(1) ?? '';

/** @param edits of each kind, in Monaco */
export async function benchPage(edits: number): Promise<void> {
  buildIfNeeded();
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error(`No Chromium: ${HOW_TO_GET_IT}`);
  const server = await startProduction({ RATE_LIMIT: '1000' });
  try {
    const browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    try {
      const { url } = server;
      const said: string[] = [];
      const say = (text: string) => {
        console.log(text);
        said.push(text);
      };
      say(`Chromium ${browser.version()}, Node ${process.version}, ${cpus().length} cores`);
      say(`Load of the machine (1 minute): ${load()} before`);
      const loading = await measureLoading(browser, url, VISITS);
      say(table(loadingRows(loading)));
      for (const editor of ['monaco', 'plain'] as const)
        for (const chart of benchCharts()) {
          // The plain editor is a side line: enough keys to see that it keeps up.
          const keys = editor === 'monaco' ? edits : Math.ceil(edits / 5);
          const typing = await measureTyping({ browser, url, chart, editor, edits: keys });
          const heading = `${chart.name}, ${kib(chart.text.length)} of text, ${editor}`;
          say(table([...typingRows(heading, typing), [`Load of the machine: ${load()}`]]));
        }
      writeSection('page', 'The page', `\`\`\`text\n${said.join('\n')}\n\`\`\``);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

function loadingRows({ firstPreviewMs, monacoMs, weights }: Loading): string[][] {
  const times = (name: string, measured: readonly number[]) => {
    const { median, max } = spread(measured);
    return [name, `${ms(median)} ms`, `max ${ms(max)} ms`];
  };
  return [
    [`First visit, nothing cached, median of ${firstPreviewMs.length}`],
    times('navigation to first preview', firstPreviewMs),
    times('navigation to Monaco ready', monacoMs),
    ['before the preview, gzip', `JS ${kib(weights.firstJs)}`, `CSS ${kib(weights.firstCss)}`],
    ['Monaco and its worker, gzip', `JS ${kib(weights.monacoJs)}`, `CSS ${kib(weights.monacoCss)}`],
  ];
}

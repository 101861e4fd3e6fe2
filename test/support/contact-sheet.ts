// In: nothing, or `--width=390 --mode=dark --out=sheet.webp`. Out: every template drawn by the server, side by side in one picture:
// `public/templates.webp` for the README, or one of all sizes and grounds to look at while designing.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { templateList } from '#shared/templates/template-list.ts';
import { startServer } from './server.ts';

const { values } = parseArgs({
  options: {
    width: { type: 'string' },
    mode: { type: 'string' },
    only: { type: 'string' },
    tile: { type: 'string', default: '460' },
    columns: { type: 'string', default: '4' },
    out: { type: 'string', default: 'public/templates.webp' },
  },
});
const gap = 24;
const [tile, columns] = [Number(values.tile), Number(values.columns)];
const query = new URLSearchParams({
  scale: '2',
  ...(values.width ? { width: values.width } : {}),
  ...(values.mode ? { mode: values.mode } : {}),
});

const server = await startServer({ env: { LIMITS: 'off' } });
const chosen = templateList(server.url).filter(({ id }) => values.only?.split(',').includes(id) ?? true);
const pictures = [];
while (!server.pool.ready()) await new Promise((resolve) => setTimeout(resolve, 100));
for (const { id, renderUrl } of chosen) {
  const answer = await fetch(`${renderUrl}?${query}`);
  if (!answer.ok) throw new Error(`${id}: ${answer.status} ${await answer.text()}`);
  pictures.push(await loadImage(Buffer.from(await answer.arrayBuffer())));
}
await server.stop();

const scaled = pictures.map((picture) => ({
  picture,
  height: Math.round((picture.height * tile) / picture.width),
}));
const rows = Math.ceil(scaled.length / columns);
const heights = Array.from({ length: rows }, (_, row) =>
  Math.max(...scaled.slice(row * columns, (row + 1) * columns).map(({ height }) => height)),
);
const sheet = createCanvas(
  columns * (tile + gap) + gap,
  heights.reduce((sum, height) => sum + height + gap, gap),
);
const context = sheet.getContext('2d');
context.fillStyle = '#d9dee6';
context.fillRect(0, 0, sheet.width, sheet.height);
context.imageSmoothingQuality = 'high';
for (const [index, { picture, height }] of scaled.entries()) {
  const row = Math.floor(index / columns);
  const y = heights.slice(0, row).reduce((sum, one) => sum + one + gap, gap);
  context.drawImage(picture, gap + (index % columns) * (tile + gap), y, tile, height);
}
const bytes = values.out.endsWith('.png') ? sheet.toBuffer('image/png') : sheet.toBuffer('image/webp', 82);
writeFileSync(values.out, bytes);
console.log(`${values.out}: ${sheet.width} × ${sheet.height} px, ${Math.round(bytes.byteLength / 1024)} kB`);

// In: charts by POST. Out: their pictures as a small server around another library would draw them; what the bench compares with.
// `/fresh`: one instance for each request, as free sizes need; `/reused`: one for each size and format; `/echarts`: SVG only.
import { createServer } from 'node:http';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import * as echarts from 'echarts';

const kept = new Map();
const vectors = { svg: 'image/svg+xml', pdf: 'application/pdf' };
const types = { png: 'image/png', jpeg: 'image/jpeg', ...vectors };

const background = {
  id: 'background',
  beforeDraw: ({ ctx, width, height }) => {
    ctx.save();
    ctx.fillStyle = '#ffffff';
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
};

function instance({ format, width, height }, fresh) {
  const make = () => new ChartJSNodeCanvas({ width, height, ...(format in vectors ? { type: format } : {}) });
  if (fresh) return make();
  const key = `${format} ${width} ${height}`;
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key);
}

async function picture(path, asked) {
  if (path === '/echarts') return echartsSvg(asked);
  const { format, config } = asked;
  const canvas = instance(asked, path === '/fresh');
  const whole = { ...config, plugins: [background] };
  if (format in vectors) return canvas.renderToBufferSync(whole, vectors[format]);
  return canvas.renderToBuffer(whole, types[format]);
}

function echartsSvg({ width, height, option }) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return Buffer.from(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const asked = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const bytes = await picture(request.url, asked);
      response.writeHead(200, { 'Content-Type': types[asked.format], 'Content-Length': bytes.length });
      response.end(bytes);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(`Peers: http://127.0.0.1:${server.address().port}`));

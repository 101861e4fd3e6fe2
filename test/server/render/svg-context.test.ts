import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { SvgContext } from '../../../server/render/svg/svg-context.ts';

/** What a drawing left, without the lines that every file has. */
function drawn(draw: (context: SvgContext) => void): string {
  const context = new SvgContext({ width: 200, height: 100 }, '');
  draw(context);
  return context.end().svg.split('\n').slice(1, -2).join('\n');
}

it('has every call that Chart.js makes on a context', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('chart.js'));
  const sources = ['chart.js', 'chunks/index.js'].map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  const calls = sources.join('\n').matchAll(/\bctx\.([a-zA-Z]+)\(/g);
  const names = [...new Set([...calls].map(([, name]) => name ?? ''))];
  const context = new SvgContext({ width: 1, height: 1 }, '');
  expect(names.length).toBeGreaterThan(20);
  // An image can only be given by code.
  expect(names.filter((name) => !(name in context))).toEqual(['drawImage']);
});

it('rounds to hundredths in a way that does not drift', () => {
  const path = drawn((context) => {
    for (let i = 0; i <= 300; i += 1) context.lineTo(i / 3, 50);
    context.stroke();
  });
  const [, steps = ''] = /^<path d="M0 50h([\d. ]+)" stroke="#000000"\/>$/.exec(path) ?? [];
  const numbers = steps.split(' ').map(Number);
  expect(new Set(numbers)).toEqual(new Set([0.33, 0.34]));
  expect(numbers.reduce((sum, step) => sum + step, 0)).toBeCloseTo(100, 9);
});

it('draws a full turn as a circle, and any other arc in quarters', () => {
  expect(
    drawn((c) => {
      c.arc(50, 50, 10.004, 0, 7);
      c.fill();
    }),
  ).toBe('<circle cx="50" cy="50" r="10" fill="#000000"/>');
  expect(
    drawn((c) => {
      c.arc(50, 50, 10, 0, Math.PI);
      c.fill();
    }),
  ).toBe('<path d="M60 50a10 10 0 0 1-10 10 10 10 0 0 1-10-10" fill="#000000"/>');
});

it('puts a fill and the line around it into one element, in that order only', () => {
  const square = (c: SvgContext, ...paint: ('fill' | 'stroke')[]) => {
    c.rect(10, 10, 5, 5);
    for (const how of paint) c[how]();
  };
  expect(drawn((c) => square(c, 'fill', 'stroke'))).toBe(
    '<path d="M10 10h5v5h-5z" fill="#000000" stroke="#000000"/>',
  );
  expect(drawn((c) => square(c, 'stroke', 'fill')).split('\n')).toHaveLength(2);
});

it('ignores wrong values, as a canvas does', () => {
  const wrong = drawn((c) => {
    Object.assign(c, { strokeStyle: 'tomato', lineWidth: 3, lineCap: 'round', lineDashOffset: 2 });
    Object.assign(c, { strokeStyle: '"><b>', lineWidth: -1, lineCap: '"', lineDashOffset: Number.NaN });
    c.setLineDash([4]);
    c.setLineDash([-1, 2]);
    c.moveTo(10, 10);
    c.lineTo(Number.NaN, 5);
    c.lineTo(90, 10);
    c.stroke();
  });
  expect(wrong).toBe(
    '<path d="M10 10h80" stroke="#ff6347" stroke-width="3" stroke-linecap="round" stroke-dasharray="4 4" stroke-dashoffset="2"/>',
  );
});

it('splits opacity from colour, and turns shapes and words about their place', () => {
  const turned = drawn((c) => {
    c.fillStyle = '#3b6ef680';
    c.translate(100, 50);
    c.rotate(Math.PI / 2);
    c.fillRect(0, 0, 20, 10);
    c.font = 'italic 650 12px "Comic Sans", cursive';
    c.textAlign = 'center';
    c.fillText('a < b', 0, 0);
  });
  expect(turned.split('\n')).toEqual([
    '<path d="M100 50v20h-10v-20z" fill="#3b6ef6" fill-opacity=".5"/>',
    '<text x="100" y="50" transform="rotate(90 100 50)" fill="#3b6ef6" fill-opacity=".5" font-size="12" font-weight="700" font-style="italic" text-anchor="middle">a &lt; b</text>',
  ]);
});

it('clips by what all clips have in common, and leaves out what none of them shows', () => {
  const [clip, shape, ...rest] = drawn((c) => {
    c.rect(0, 0, 50, 50);
    c.clip();
    c.beginPath();
    c.rect(40, 40, 50, 50);
    c.clip();
    c.fillRect(0, 0, 100, 100);
    c.fillRect(60, 60, 10, 10);
  }).split('\n');
  const [, id] =
    /^<clipPath id="(c[0-9a-f]{8})"><path d="M40 40h10v10h-10z"\/><\/clipPath>$/.exec(clip ?? '') ?? [];
  expect(shape).toBe(`<path d="M0 0h100v100h-100z" fill="#000000" clip-path="url(#${id})"/>`);
  expect(rest).toEqual([]);
});

it('clips by a path inside of a rectangle that it sticks out of', () => {
  const lines = drawn((c) => {
    c.rect(0, 0, 50, 50);
    c.clip();
    c.beginPath();
    c.arc(50, 50, 20, 0, 7);
    c.clip('evenodd');
    c.fillRect(0, 0, 100, 100);
  }).split('\n');
  const [, outer] = /^<clipPath id="(\w+)"><path d="M0 0h50v50h-50z"/.exec(lines[0] ?? '') ?? [];
  expect(lines[1]).toMatch(
    new RegExp(`^<clipPath id="\\w+" clip-path="url\\(#${outer}\\)"><path d="M70 50a`),
  );
  expect(lines[1]).toContain('clip-rule="evenodd"');
});

it('brings back with restore all that save kept', () => {
  const lines = drawn((c) => {
    c.save();
    Object.assign(c, {
      fillStyle: 'red',
      lineWidth: 9,
      font: '40px Inter',
      textAlign: 'end',
      globalAlpha: 0.5,
    });
    c.translate(5, 5);
    c.rect(0, 0, 1, 1);
    c.clip();
    c.restore();
    c.restore();
    c.fillRect(10, 10, 10, 10);
  });
  expect(lines).toBe('<path d="M10 10h10v10h-10z" fill="#000000"/>');
});

const WORD = ['Jan', 50, 50] as const;

it.each<[what: string, sure: boolean, draw: (context: SvgContext) => void]>([
  ['a word', true, (c) => c.fillText(...WORD)],
  ['a word without letters', false, (c) => c.fillText('\u3164', 50, 50)],
  ['half a word', false, (c) => c.fillText('Jan', -5, 50)],
  [
    'a word in the colour of the ground',
    false,
    (c) => Object.assign(c, { fillStyle: '#fff' }).fillText(...WORD),
  ],
  ['a faint word', false, (c) => Object.assign(c, { globalAlpha: 0.5 }).fillText(...WORD)],
  [
    'a word under a shape',
    false,
    (c) => {
      c.fillText(...WORD);
      c.fillRect(40, 40, 30, 10);
    },
  ],
  [
    'a word beside a shape',
    true,
    (c) => {
      c.fillText(...WORD);
      c.fillRect(120, 40, 30, 10);
    },
  ],
  [
    'a word over a shape that covers all',
    false,
    (c) => {
      c.fillRect(-1, -1, 300, 300);
      c.fillText(...WORD);
    },
  ],
])('is sure of being seen or not: %s', (_, sure, draw) => {
  const context = new SvgContext({ width: 200, height: 100 }, '');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 200, 100);
  context.fillStyle = '#16202e';
  draw(context);
  expect(context.end().surelySeen).toBe(sure);
});

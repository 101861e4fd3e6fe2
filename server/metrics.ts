// In: what happens on the way of a request, and who can be asked how full he is. Out: Prometheus text for `/metrics`. Counts, and
// durations in seconds; no label ever holds anything that a client chose freely.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PictureCache } from './cache.ts';
import type { PoolStats } from './render/pool.ts';
import type { StoreState } from './store/store.ts';

export interface Metrics {
  /** One answer of a render route. `outcome`: `drawn`, `cached`, `not_modified`, `saved` or the code of its refusal. */
  rendered(format: string | undefined, outcome: string): void;
  /** One drawing by a child, whoever waited for it. */
  drawn(format: string, made: { drawMs: number; waitMs: number }): void;
  /** One answer of any route. */
  answered(status: number, ms: number): void;
  /** One refusal before the app was asked; it is one of `rendered` and `answered`, too. */
  refusedAtDoor(): void;
  limited(decision: 'admitted' | 'refused'): void;
  contentType: string;
  text(): Promise<string>;
}

/** From a cached picture to one that uses its whole budget. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(watched: {
  pool: { stats(): PoolStats };
  cache: Pick<PictureCache, 'bytes'>;
  store: { state(): StoreState };
  version: string;
}): Metrics {
  const { pool, cache, store, version } = watched;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });

  const renders = new Counter({
    name: 'chart_renders_total',
    help: 'Answers of the render routes, by format and outcome',
    labelNames: ['format', 'outcome'],
    registers: [registry],
  });
  const seconds = (name: string, help: string, labelNames: string[] = []) =>
    new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [registry] });
  const draw = seconds('chart_draw_seconds', 'Time a child took to draw and encode', ['format']);
  const wait = seconds('chart_wait_seconds', 'Time a render waited for a child');
  const answers = seconds('http_answer_seconds', 'Time to the head of the answer, by status', ['status']);
  const atDoor = new Counter({
    name: 'chart_refused_at_door_total',
    help: 'Renders refused as overloaded before they were read, while the queue was full',
    registers: [registry],
  });
  const limiter = new Counter({
    name: 'chart_limiter_total',
    help: 'Decisions of the rate limit',
    labelNames: ['decision'],
    registers: [registry],
  });

  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  new Gauge({
    name: 'chart_build_info',
    help: 'Always 1; its label is the version',
    labelNames: ['version'],
    registers: [registry],
  }).set({ version }, 1);
  gauge('chart_cache_bytes', 'Pictures held in memory', () => cache.bytes());
  gauge('chart_store_up', '1 while the store answers, 0 while limits are counted in this process', () =>
    store.state() === 'ok' ? 1 : 0,
  );
  gauge('chart_queue_length', 'Renders that wait for a child', () => pool.stats().queued);
  new Gauge({
    name: 'chart_children',
    help: 'Drawing children, by what they do',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const stats = pool.stats();
      for (const state of ['idle', 'busy', 'starting'] as const) this.set({ state }, stats[state]);
    },
  });
  new Counter({
    name: 'chart_children_ended_total',
    help: 'Children that ended: recycled in time, crashed, or killed for their budget',
    labelNames: ['cause'],
    registers: [registry],
    collect() {
      const { recycled, crashed, killed } = pool.stats();
      this.reset();
      for (const [cause, count] of Object.entries({ recycled, crashed, ...killed }))
        this.inc({ cause }, count);
    },
  });

  return {
    rendered: (format, outcome) => renders.inc({ format: format ?? 'none', outcome }),
    drawn(format, { drawMs, waitMs }) {
      draw.observe({ format }, drawMs / 1000);
      wait.observe(waitMs / 1000);
    },
    answered: (status, ms) => answers.observe({ status: String(status) }, ms / 1000),
    refusedAtDoor: () => atDoor.inc(),
    limited: (decision) => limiter.inc({ decision }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

// Every bound that a chart is held to, in one table: the schema, the walker, the server and the page read it from here.

/** Sizes in px, counts in items, text in UTF-16 units. Where the vendor documents a number it is that one. */
export const LIMITS = {
  /** Documented: 100–4000 px a side, 1–1000 labels, 1–20 datasets, 1000 points a dataset, ratio 1–4. */
  side: { min: 100, max: 4000 },
  labels: 1000,
  datasets: 20,
  points: 1000,
  ratio: { min: 1, max: 4 },
  /** Width × height × ratio², in pixels of the bitmap. */
  bitmapPixels: 32_000_000,
  /** Characters of path and query of a GET URL, documented. */
  urlCharacters: 2000,
  /** Bytes of a request body: 20 × 1000 numbers, one a line and indented, are 0.4 MB. */
  bodyBytes: 1_048_576,
  /** A double below or above these makes Chart.js count ticks for ever; 0 is fine. */
  number: { tiniest: 1e-12, largest: 1e15 },
  depth: 24,
  nodes: 60_000,
  keyCharacters: 100,
  textCharacters: 2000,
  textInAll: 100_000,
  textLines: 100,
  arrayItems: 1000,
  colourCharacters: 100,
  axes: 12,
  ticks: 500,
  fontSize: { min: 1, max: 200 },
  dashItems: 16,
  kpis: 6,
  /** Every pair of labels is compared for overlap. */
  dataLabels: 1000,
  annotations: 50,
} as const;

// In: nothing. Out: every part that a chart may need beside Chart.js itself, for whoever has them all at hand: the server.
import { annotations } from './annotations.ts';
import { cardPlugin } from './card-plugin.ts';
import type { Extras } from './chart-extras.ts';
import { dataLabels } from './data-labels.ts';

export const allExtras: Extras = { card: cardPlugin, dataLabels, annotations };

// In: nothing. Out: a picture as numbers: RGBA, 0–255, row by row.

export type Pixels = { width: number; height: number; data: Uint8ClampedArray };

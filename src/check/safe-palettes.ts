// In: whether the background is dark. Out: series colours that have contrast on it and stay apart for every kind of colour vision;
// a test holds both.

export const safePalettes = {
  light: ['#1e3a8a', '#ea580c', '#0d9488', '#a855f7', '#713f12', '#1e293b'],
  dark: ['#60a5fa', '#fde047', '#5eead4', '#f87171', '#9333ea', '#be185d'],
} as const;

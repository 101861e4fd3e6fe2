// In: moves and turns of the drawing. Out: where a point drawn under them lies in the picture.

/** A move after a turn by `angle` radians. Charts are neither scaled nor skewed: a circle stays one, a line keeps its width. */
export interface Placement {
  angle: number;
  cos: number;
  sin: number;
  x: number;
  y: number;
}

export const UNMOVED: Placement = { angle: 0, cos: 1, sin: 0, x: 0, y: 0 };

export const xOf = (place: Placement, x: number, y: number): number =>
  place.x + place.cos * x - place.sin * y;
export const yOf = (place: Placement, x: number, y: number): number =>
  place.y + place.sin * x + place.cos * y;

export const moved = (place: Placement, x: number, y: number): Placement => ({
  ...place,
  x: xOf(place, x, y),
  y: yOf(place, x, y),
});

export const turned = (place: Placement, by: number): Placement => {
  const angle = place.angle + by;
  return { ...place, angle, cos: Math.cos(angle), sin: Math.sin(angle) };
};

// In: any JSON value. Out: it as text where it is one scalar, '' where it holds others. `String` calls what a stranger's object has
// under `toString`, and throws when that is no function: `{"toString": 1}` is JSON like any other.

/** A text, a number, a boolean or null as `String` writes it; '' for an object, an array and what is not there. Never throws. */
export const scalarText = (value: unknown): string =>
  value === undefined || (typeof value === 'object' && value !== null) || typeof value === 'function'
    ? ''
    : String(value);

// In: an Accept-Encoding header and the codings at hand. Out: the one to use, or none. Pure.

/** In the order of preference: brotli is a fifth smaller than gzip on JSON and SVG. */
export const codings = [
  { name: 'br', extension: 'br' },
  { name: 'gzip', extension: 'gz' },
] as const;

export type Coding = (typeof codings)[number];

/** The smallest form that the client takes (RFC 9110 §12.5.3): `q=0` refuses one, `*` takes any. */
export function bestCoding(
  acceptEncoding: string | undefined,
  atHand: (coding: Coding) => boolean = () => true,
): Coding | undefined {
  const quality = new Map(
    (acceptEncoding ?? '').split(',').map((item) => {
      const [name = '', ...rest] = item.split(';').map((part) => part.trim().toLowerCase());
      const q = rest.find((part) => part.startsWith('q='));
      return [name, q === undefined ? 1 : Number(q.slice(2))] as const;
    }),
  );
  return codings.find((coding) => atHand(coding) && (quality.get(coding.name) ?? quality.get('*') ?? 0) > 0);
}

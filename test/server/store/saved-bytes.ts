// In: a number. Out: the bytes that belong to it, up to 30 kB of them: two processes can agree on a value without sending it.
export function savedBytes(n: number): Uint8Array {
  return Uint8Array.from({ length: 100 + ((n * 7919) % 30_000) }, (_, i) => (i * 31 + n * 17) % 256);
}

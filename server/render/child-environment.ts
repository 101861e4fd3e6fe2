// In: nothing. Out: all that a drawing child sees of any environment.

/**
 * Pieces this big glibc gives back to the system as soon as they are free; by itself it would raise the bound and keep ever
 * more. A usual chart's bitmap (1.3 MB) stays below it, because asking for fresh pages each time costs CPU.
 */
const GIVE_BACK_BYTES = String(2 * 2 ** 20);

export const childEnvironment = {
  DISABLE_SYSTEM_FONTS_LOAD: '1',
  MALLOC_MMAP_THRESHOLD_: GIVE_BACK_BYTES,
  MALLOC_TRIM_THRESHOLD_: GIVE_BACK_BYTES,
};

// In: this machine. Out: the path of a Chromium, installed from Debian's packages where that is possible, or nothing.
import { existsSync } from 'node:fs';
import { installed } from './installed.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const HOW_TO_GET_IT = 'apt-get install chromium, or set CHROMIUM_PATH';

export function chromiumPath(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  return given && existsSync(given) ? given : installed(names, 'chromium');
}

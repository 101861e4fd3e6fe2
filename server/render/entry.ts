// In: where this code runs from, and the folder of the fonts. Out: how to start a drawing child there.
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `file` is run by Node with `execArgv` before and `args` after it. */
export interface ChildEntry {
  file: string;
  execArgv: readonly string[];
  args: readonly string[];
}

/**
 * The child that belongs to the code at `here`: the TypeScript source next to this file while developing, the bundle beside
 * the server's in production. Only the bundle gets Node's permission model (reads of the app itself, native addons, nothing
 * else): tsx must start a compiler and write its cache.
 *
 * @param fonts folder that holds the Inter files; the engine reads it natively, which the permission model does not see
 * @param here `import.meta.url` of the running code; left out, of this file or of the bundle that holds it
 */
export function childEntry(fonts: string, here: string = import.meta.url): ChildEntry {
  if (new URL(here).pathname.endsWith('.ts')) {
    const file = fileURLToPath(new URL('./child.ts', import.meta.url));
    return { file, execArgv: ['--import', 'tsx'], args: [fonts] };
  }
  // Real paths: the permission model compares what Node opens after following links.
  const file = realpathSync(fileURLToPath(new URL('./child.js', here)));
  const engine = realpathSync(createRequire(file).resolve('@napi-rs/canvas/package.json'));
  const readable = [dirname(file), dirname(dirname(engine))];
  return {
    file,
    execArgv: [
      permissionFlag(process.allowedNodeEnvironmentFlags),
      '--allow-addons',
      ...readable.map((folder) => `--allow-fs-read=${folder}${sep}`),
    ],
    args: [fonts],
  };
}

/** Node 20 knows the permission model under its first name only, later versions under the short one. */
function permissionFlag(known: ReadonlySet<string>): string {
  return known.has('--permission') ? '--permission' : '--experimental-permission';
}

import { buildSync } from 'esbuild';
import { join } from 'node:path';

/** Builds a module of ours by itself, for another process to load, and tells where it is. */
export function builtModule(source: string): string {
  // Of this process alone: others may be loading theirs.
  const outfile = join('out/modules', String(process.pid), source.replace(/\.ts$/, '.js'));
  buildSync({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'silent',
  });
  return join(process.cwd(), outfile);
}

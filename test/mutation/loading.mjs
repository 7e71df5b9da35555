import { resolve } from 'node:path';

/** An entry that stands for no file. */
export const LOADING = 'loading';

/**
 * Loads all code that can have faults before the first test runs. Some of it is imported only when it is asked for: what it
 * makes as it is loaded would come from the first test that asks, without the faults of later ones, and count as that test's.
 * @param {readonly string[]} files
 * @returns {import('esbuild').Plugin}
 */
export function loading(files) {
  return {
    name: 'loading',
    setup(builder) {
      builder.onResolve({ filter: RegExp(`^${LOADING}$`) }, ({ path, kind }) =>
        kind === 'entry-point' ? { path, namespace: LOADING } : undefined,
      );
      builder.onLoad({ filter: /^/, namespace: LOADING }, () => ({
        resolveDir: resolve('.'),
        contents: files.map(file => `import ${JSON.stringify(resolve(file))};`).join('\n'),
      }));
    },
  };
}

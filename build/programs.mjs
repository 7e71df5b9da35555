// A program within another one, as text.
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Answers `import { text, version } from './x.ts?program'` with what is built of `x.ts`, and tells esbuild's readers what that is made of.
 * @param {import('esbuild').BuildOptions} options how to build it
 * @returns {import('esbuild').Plugin}
 */
export function programs(options) {
  /** @type {import('esbuild').Metafile['outputs']} */
  let outputs = {};
  return {
    name: 'programs',
    setup(builder) {
      builder.onResolve({ filter: /\?program$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.slice(0, -'?program'.length)),
        namespace: 'program',
      }));
      builder.onLoad({ filter: /^/, namespace: 'program' }, async ({ path }) => {
        const built = await build({
          ...options,
          // Code that is no file of its own has nobody who would answer an `import()`.
          supported: { 'dynamic-import': false },
          entryPoints: [path],
          outfile: `dist/${basename(path, '.ts')}.program.js`,
          metafile: true,
          write: false,
        });
        outputs = built.metafile.outputs;
        const text = built.outputFiles[0]?.text ?? '';
        const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
        return {
          contents: `export const text = ${JSON.stringify(text)}, version = '${version}';`,
          watchFiles: Object.keys(built.metafile.inputs),
        };
      });
      builder.onEnd(({ metafile }) => {
        for (const output of Object.values(metafile?.outputs ?? {}))
          for (const path of Object.keys(outputs)) output.imports.push({ path, kind: 'require-call' });
        Object.assign(metafile?.outputs ?? {}, outputs);
      });
    },
  };
}

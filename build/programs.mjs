// A program that another one runs, as text.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Answers `import { text, version } from './x.ts?program'` with what is built of `x.ts`, and tells esbuild's readers what that is made of.
 * @param {import('esbuild').BuildOptions} options how to build it
 * @param {{ isApart?: boolean }} [place] whether the text stands in a file beside the other: there nothing has to look through it for its end
 * @returns {import('esbuild').Plugin}
 */
export function programs(options, { isApart = false } = {}) {
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
        const name = `${basename(path, '.ts')}.program.js`;
        const built = await build({
          ...options,
          // Code that is no file of its own has nobody who would answer an `import()`.
          supported: { 'dynamic-import': false },
          entryPoints: [path],
          outfile: `dist/${name}`,
          metafile: true,
          write: false,
        });
        outputs = built.metafile.outputs;
        const text = built.outputFiles[0]?.text ?? '';
        const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
        if (isApart) {
          await mkdir('dist', { recursive: true });
          await writeFile(`dist/${name}`, text);
        }
        return {
          contents: `${isApart ? readFrom(name) : `export const text = ${JSON.stringify(text)};`}
            export const version = '${version}';`,
          resolveDir: dirname(path),
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

/** As UTF-8: esbuild leaves the letters that stand in regular expressions as they are. @param {string} name of a file beside the program that reads it */
function readFrom(name) {
  return `import { readFileSync } from 'node:fs';
    import { join } from 'node:path';
    export const text = readFileSync(join(__dirname, '${name}'), 'utf8');`;
}

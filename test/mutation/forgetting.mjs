import { resolve } from 'node:path';

/** What keeps what it has made, by file. */
const KEEPING = {
  [resolve('src/core/remember.ts')]: ['remembered', 'rememberedByName'],
  [resolve('src/core/once.ts')]: ['once'],
};

/**
 * Lets the code forget what it has made as soon as another fault is laid or another test begins: what was kept from before the
 * fault would hide it, and what one test has left for the next would look as if that one didn't need it.
 * @type {import('esbuild').Plugin}
 */
export const forgetting = {
  name: 'forgetting',
  setup(builder) {
    builder.onResolve({ filter: /\/(?:remember|once)$/ }, ({ path, resolveDir, namespace }) => {
      const file = resolve(resolveDir, `${path}.ts`);
      return KEEPING[file] && namespace !== 'forgetting'
        ? { path: file, namespace: 'forgetting' }
        : undefined;
    });
    builder.onLoad({ filter: /^/, namespace: 'forgetting' }, ({ path }) => ({
      resolveDir: resolve(path, '..'),
      contents: `
        import * as keeping from ${JSON.stringify(path)};
        const forgetting = keep => make => {
          let since, kept;
          return (...given) => {
            const { activeMutant, currentTestId } = globalThis.__stryker__ ?? {};
            const now = activeMutant + ' ' + currentTestId;
            if (now !== since) [since, kept] = [now, keep(make)];
            return kept(...given);
          };
        };
        ${KEEPING[path]?.map(name => `export const ${name} = forgetting(keeping.${name});`).join('\n')}`,
    }));
  },
};

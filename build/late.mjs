// The packages that the extension reads late: each file of them when something of it is first used.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/**
 * The files, and the packages that each holds whole. A package that another one needs stands before it.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const LATE = {
  'fastYaml.js': ['js-yaml'],
  // Front matter between plain fences needs no cutting.
  'matter.js': ['gray-matter'],
  // The exact YAML parser, when a file is edited or has a problem.
  'yaml.js': ['yaml'],
  // What makes a file’s name of a title.
  'slug.js': ['@sindresorhus/slugify'],
  'figures.js': ['d3-array'],
  'near.js': ['fastest-levenshtein'],
  'csv.js': ['papaparse'],
  'search.js': ['@leeoniya/ufuzzy'],
  // Mails and invitations, when one is logged.
  'letters.js': ['postal-mime', 'ical.js'],
  // Excel files, when one is imported or exported.
  'excel.js': ['fflate', 'read-excel-file/universal', 'write-excel-file/universal'],
};

/** One copy of js-yaml, of which gray-matter asks for more than we do; and yaml as modules, which are smaller. */
export const alias = {
  'js-yaml': fileURLToPath(new URL('jsYaml.mjs', import.meta.url)),
  yaml: fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url)),
};

/**
 * Builds the files into a folder, and answers with what esbuild told of each.
 * @param {string} folder
 * @param {import('esbuild').BuildOptions} options
 */
export async function buildLate(folder, options) {
  const results = [];
  const files = Object.entries(LATE);
  for (const [at, [file, packages]] of files.entries()) {
    const result = await build({
      ...options,
      alias,
      stdin: { contents: whole(packages), resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
      outfile: join(folder, file),
      plugins: [lateFrom(folder, files.slice(0, at))],
    });
    results.push(result);
  }
  return results;
}

/** The code of a late file: each package under its own name, with all that it gives. @param {readonly string[]} packages */
function whole(packages) {
  return packages
    .map((name, at) => `import * as package${at} from '${name}';\nexport { package${at} as '${name}' };`)
    .join('\n');
}

/**
 * For a build into the folder of the built files. Puts something in the place of each late package that has the same
 * names and reads the package's file when one of them is first used. The names are those that the built file has: there
 * is no list that could miss one.
 * @param {string} folder
 * @returns {import('esbuild').Plugin}
 */
export function lateFrom(folder, files = Object.entries(LATE)) {
  const load = createRequire(resolve(folder, 'index.js'));
  const fileOf = new Map(files.flatMap(([file, packages]) => packages.map(name => [name, `./${file}`])));
  return {
    name: 'late',
    setup(builder) {
      builder.onResolve({ filter: /^[^./]/ }, ({ path }) =>
        fileOf.has(path) ? { path, namespace: 'late' } : undefined,
      );
      builder.onLoad({ filter: /^/, namespace: 'late' }, ({ path }) => {
        const file = fileOf.get(path) ?? '';
        const names = Object.keys(load(file)[path]);
        return {
          contents: `let taken;
            const get = name => () => (taken ??= require('${file}')['${path}'])[name];
            Object.defineProperty(exports, '__esModule', { value: true });
            for (const name of ${JSON.stringify(names)})
              Object.defineProperty(exports, name, { enumerable: true, get: get(name) });`,
        };
      });
      builder.onResolve({ filter: /^\.\//, namespace: 'late' }, ({ path }) => ({ path, external: true }));
    },
  };
}

/**
 * For a build that is one file and starts often: packages and rooms that stand in it as text, compressed, and are compiled when
 * something of them is first used. To pass over a text takes Node a fraction of what it takes to look through as much code.
 * @param {Readonly<Record<string, string>>} parts by the name that the code has for them, or the end of their path: their files. A
 *   part that another one needs stands before it.
 * @param {import('esbuild').BuildOptions} options
 * @returns {import('esbuild').Plugin}
 */
export function lateWithin(parts, options) {
  const names = Object.keys(parts);
  /** @param {string} path */
  const nameOf = path => names.find(name => path === name || (name.startsWith('/') && path.endsWith(name)));
  /** @type {(place: (name: string) => import('esbuild').OnResolveResult) => import('esbuild').Plugin['setup']} */
  const placed = place => builder =>
    builder.onResolve({ filter: /^/ }, ({ path, kind }) => {
      const name = kind === 'entry-point' ? undefined : nameOf(path);
      return name === undefined ? undefined : place(name);
    });
  // Of what two parts need there is one.
  const others = { name: 'others', setup: placed(name => ({ path: name, external: true })) };
  const own = createRequire(import.meta.url);
  /** @type {Promise<Map<string, { code: string, exports: Record<string, unknown> }>> | undefined} */
  let texts;
  /** The code of each part, and what it gives. */
  const buildAll = async () => {
    /** @type {Map<string, { code: string, exports: Record<string, unknown> }>} */
    const built = new Map();
    for (const [name, file] of Object.entries(parts)) {
      const result = await build({ ...options, entryPoints: [file], plugins: [others], write: false });
      const code = result.outputFiles[0]?.text ?? '';
      const module = { exports: {} };
      /** @param {string} one */
      const load = one => built.get(one)?.exports ?? own(one);
      new Function('module', 'exports', 'require', code)(module, module.exports, load);
      built.set(name, { code, exports: module.exports });
    }
    return built;
  };
  return {
    name: 'late within',
    setup(builder) {
      placed(name => ({ path: name, namespace: 'late' }))(builder);
      builder.onLoad({ filter: /^/, namespace: 'late' }, async ({ path }) => {
        const { code, exports } = (await (texts ??= buildAll())).get(path) ?? { code: '', exports: {} };
        const packed = brotliCompressSync(code).toString('base64');
        const needed = names.filter(name => code.includes(`require("${name}")`));
        const given = exports.__esModule ? Object.keys(exports) : [...Object.keys(exports), 'default'];
        return {
          contents: `let taken;
            const others = { ${needed.map(name => `'${name}': () => require('${name}')`).join(', ')} };
            const take = name => (others[name] ?? require)(name);
            const read = () => {
              const module = { exports: {} };
              const code = require('node:zlib').brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString();
              new Function('module', 'exports', 'require', code)(module, module.exports, take);
              return module.exports.__esModule ? module.exports : { ...module.exports, default: module.exports };
            };
            const get = name => () => (taken ??= read())[name];
            Object.defineProperty(exports, '__esModule', { value: true });
            for (const name of ${JSON.stringify(given)})
              Object.defineProperty(exports, name, { enumerable: true, get: get(name) });`,
        };
      });
    },
  };
}

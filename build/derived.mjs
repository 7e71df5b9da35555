// Writes what follows from the tables of fields and filters where it cannot be worked out: into the JSON Schema of
// sales-process.yaml, whose words for what is there already stay as they are, and into the README.
//   node build/derived.mjs
import { build } from 'esbuild';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const SCHEMA = 'media/sales-process.schema.json';
const README = 'README.md';

/** The files as they have to be: their texts by their paths. @returns {Promise<ReadonlyMap<string, string>>} */
export async function derivedFiles() {
  const tables = await readTables();
  const layout = await resolveConfig('package.json');
  const schema = JSON.stringify(withFields(JSON.parse(await readFile(SCHEMA, 'utf8')), tables), null, 2);
  const readme = withFilters(await readFile(README, 'utf8'), tables);
  return new Map([
    [SCHEMA, await format(schema, { ...layout, parser: 'json' })],
    [README, await format(readme, { ...layout, parser: 'markdown' })],
  ]);
}

/**
 * @typedef {object} Tables
 * @property {readonly string[]} fields
 * @property {readonly string[]} names the keys that views have for filters by names
 * @property {readonly (readonly string[])[]} filters each as the key of a view, the option, and what it leaves
 */

/** @returns {Promise<Tables>} */
async function readTables() {
  const folder = await mkdtemp(join(tmpdir(), 'deal-notes-tables-'));
  try {
    const outfile = join(folder, 'tables.cjs');
    await build({
      stdin: { contents: TABLES, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
      bundle: true,
      platform: 'node',
      outfile,
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const TABLES = `
  import { FIELDS } from './src/core/fields/table';
  import { CHOICE_KEYS, kindOf } from './src/core/filter/table';
  import { keyInView } from './src/core/process/view';
  import { FILTER_OPTIONS } from './src/cli/filterOptions';
  export const fields = FIELDS;
  export const names = CHOICE_KEYS.filter(key => kindOf(key) === 'names').map(keyInView);
  export const filters = FILTER_OPTIONS.map(({ key, option }) => [keyInView(key), option.flags, option.description]);
`;

/** @param {any} schema @param {Tables} tables */
function withFields(schema, { fields, names }) {
  const ofTeam = schema.properties.fields.properties;
  const view = schema.definitions.view.properties;
  for (const field of fields) {
    ofTeam[field] ??= { description: `The deal’s ${field}.`, allOf: [{ $ref: '#/definitions/key' }] };
  }
  // The owner is the pattern of all that are chosen by names.
  for (const name of names)
    view[name] ??= { ...view.owner, description: `Deals with one of these: ${name}.` };
  return schema;
}

/** @param {string} readme @param {Tables} tables */
function withFilters(readme, { filters }) {
  const rows = filters.map(([key, option, leaves]) => `| \`${key}\` | \`${option}\` | ${leaves} |\n`);
  return readme.replace(/^(\| In a view .*\n\|.*\n)(?:\|.*\n)+/m, (_, head) => head + rows.join(''));
}

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) {
  for (const [path, text] of await derivedFiles()) await writeFile(path, text);
}

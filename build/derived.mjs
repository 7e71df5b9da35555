// Writes what follows from the tables of fields and filters where it cannot be worked out: into the JSON Schema of
// sales-process.yaml, whose words for what is there already stay as they are, and into the documentation.
//   node build/derived.mjs
import { build } from 'esbuild';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const SCHEMA = 'media/sales-process.schema.json';
const COMMANDS = 'docs/commands.md';
const FIGURES = 'docs/figures.md';

/** The files as they have to be: their texts by their paths. @returns {Promise<ReadonlyMap<string, string>>} */
export async function derivedFiles() {
  const tables = await readTables();
  const layout = await resolveConfig('package.json');
  const schema = JSON.stringify(withFields(JSON.parse(await readFile(SCHEMA, 'utf8')), tables), null, 2);
  const commands = withFilters(await readFile(COMMANDS, 'utf8'), tables);
  const figures = withFigures(await readFile(FIGURES, 'utf8'), tables);
  return new Map([
    [SCHEMA, await format(schema, { ...layout, parser: 'json' })],
    [COMMANDS, await format(commands, { ...layout, parser: 'markdown' })],
    [FIGURES, await format(figures, { ...layout, parser: 'markdown' })],
  ]);
}

/**
 * @typedef {object} Tables
 * @property {readonly string[]} fields
 * @property {readonly string[]} names the keys that views have for filters by names
 * @property {readonly (readonly string[])[]} filters each as the key of a view, the option, and what it leaves
 * @property {Readonly<Record<string, readonly (readonly string[])[]>>} figures by the part of the page, each as its name there and what it is
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
  import { makeReport } from './src/core/metrics/report';
  import { DEFAULT_PROCESS } from './src/core/process/process';
  import { formatsIn } from './src/words/formats';
  import { sayIn } from './src/words/en/page/say';
  import { bridgeDefinitions, kindDefinitions, paceDefinitions } from './src/words/en/page/definitions/changes';
  import { consistencyDefinitions } from './src/words/en/page/definitions/consistency';
  import { forecastDefinitions } from './src/words/en/page/definitions/forecast';
  import { headlineDefinitions } from './src/words/en/page/definitions/headline';
  import { needDefinitions } from './src/words/en/page/definitions/need';
  import { pushDefinitions } from './src/words/en/page/definitions/push';
  import { reachDefinitions } from './src/words/en/page/definitions/reach';
  import { timeDefinitions } from './src/words/en/page/definitions/time';
  const report = makeReport({
    deals: [],
    files: { needsAttention: 0, otherNotes: 0 },
    process: DEFAULT_PROCESS,
    asOf: '2026-11-20',
  });
  const say = sayIn(formatsIn('en'));
  // Those of single stages are about the deals that are there.
  const of = { report, minSample: DEFAULT_PROCESS.minSample, stages: [] };
  const told = entries => entries.map(([, { term, text }]) => [term, text]);
  export const figures = {
    'The head of the page': told(headlineDefinitions(of, say)),
    Today: told(needDefinitions()),
    'Changes: open pipeline': told(bridgeDefinitions()),
    'Changes: what the deals did': told(kindDefinitions()),
    'Changes: pace of the quarter': told(paceDefinitions()),
    Forecast: told(forecastDefinitions(of, say)),
    Funnel: told(reachDefinitions(of, say)),
    'Time in stage': told(timeDefinitions(of, say)),
    Process: told(consistencyDefinitions(of, say)),
    'What if': told(pushDefinitions(of, say)),
  };
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

/** @param {string} text @param {Tables} tables */
function withFilters(text, { filters }) {
  const rows = filters.map(([key, option, leaves]) => `| \`${key}\` | \`${option}\` | ${leaves} |\n`);
  return text.replace(/^(\| In a view .*\n\|.*\n)(?:\|.*\n)+/m, (_, head) => head + rows.join(''));
}

/** All that follows the heading is written anew. @param {string} text @param {Tables} tables */
function withFigures(text, { figures }) {
  const parts = Object.entries(figures).map(([part, all]) => {
    const rows = all.map(([name, meaning]) => `| ${name} | ${meaning} |\n`);
    return `### ${part}\n\n| Figure | What it is |\n| --- | --- |\n${rows.join('')}`;
  });
  return text.slice(0, text.indexOf('### ')) + parts.join('\n');
}

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) {
  for (const [path, text] of await derivedFiles()) await writeFile(path, text);
}

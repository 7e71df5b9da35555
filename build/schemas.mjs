// Writes the JSON Schemas of what the command line prints. Their one source is src/core/exchange/json/schema.
//   node build/schemas.mjs
import { build } from 'esbuild';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

export const FOLDER = 'media/schemas';

/** The files as they have to be: their texts by their names. @returns {Promise<ReadonlyMap<string, string>>} */
export async function schemaFiles() {
  const layout = await resolveConfig('package.json');
  const files = Object.entries(await schemas()).map(async ([name, schema]) => {
    const text = JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema });
    return /** @type {const} */ ([`${name}.schema.json`, await format(text, { ...layout, parser: 'json' })]);
  });
  return new Map(await Promise.all(files));
}

/** @returns {Promise<typeof import('../src/core/exchange/json/schema/schemas').SCHEMAS>} */
async function schemas() {
  const folder = await mkdtemp(join(tmpdir(), 'deal-notes-schemas-'));
  try {
    const outfile = join(folder, 'schemas.cjs');
    await build({
      absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
      entryPoints: ['src/core/exchange/json/schema/schemas.ts'],
      bundle: true,
      platform: 'node',
      outfile,
    });
    return createRequire(import.meta.url)(outfile).SCHEMAS;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER);
  for (const [name, text] of await schemaFiles()) await writeFile(join(FOLDER, name), text);
}

// Makes test/fixtures/corpus/frontMatter.json.br again, from packages of the npm registry: `node test/corpus/make.mjs`.
// It downloads them into a temporary folder and runs nothing of them.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from '../launch/paths.mjs';
import { Problem, runMain } from '../launch/problem.mjs';
import { npm, run } from '../launch/processes.mjs';
import { temporaryFolder } from '../launch/workspace.mjs';

/** Published packages that ship many Markdown files with front matter, of many authors and programs. */
const PACKAGES = [
  '@hyas/doks@0.5.0',
  '@primer/css@14.4.0',
  '@tanstack/router-core@1.171.39',
  'ai@6.0.326',
  'bmad-method@6.0.4',
  'chat@4.41.1',
  'create-docusaurus@3.10.2',
  'ecc-universal@2.0.0',
  'get-shit-done-cc@1.32.0',
];

/** Those under which a part may be passed on with the text of the licence. */
const LICENSES = ['MIT', 'Apache-2.0'];
const TARGET = join(root, 'test', 'fixtures', 'corpus', 'frontMatter.json.br');
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:[^]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const OWN_LICENSE = /^\s*licen[cs]e\s*:/im;

await runMain(async () => {
  const temporary = await temporaryFolder();
  try {
    const packages = [];
    for (const [at, wanted] of PACKAGES.entries())
      packages.push(await read(wanted, join(temporary.folder, String(at))));
    await writeFile(TARGET, brotliCompressSync(JSON.stringify(packages)));
    for (const { name, version, license, files } of packages)
      console.log(`| ${name} | ${version} | ${license} | ${files.length} |`);
  } finally {
    await temporary.remove();
  }
});

/** @param {string} wanted @param {string} folder a folder of its own */
async function read(wanted, folder) {
  await mkdir(folder);
  const options = { cwd: folder, failure: `${wanted} could not be downloaded and unpacked.` };
  await run(...npm('pack', wanted, '--ignore-scripts'), options);
  const archive = (await readdir(folder)).find(name => name.endsWith('.tgz')) ?? '';
  await run('tar', ['-xzf', archive], options);
  const unpacked = join(folder, 'package');
  const { name, version, license } = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8'));
  if (!LICENSES.includes(license)) throw new Problem(`${wanted} is under ${license}.`);
  const licenseText = await readFile(join(unpacked, 'LICENSE'), 'utf8');
  return { name, version, license, licenseText, files: await frontMatterIn(unpacked) };
}

/** @param {string} folder */
async function frontMatterIn(folder) {
  const names = await readdir(folder, { recursive: true });
  const files = [];
  for (const name of names.filter(one => /\.(?:md|mdx|markdown)$/i.test(one)).sort()) {
    const path = name.replaceAll('\\', '/');
    const text = FRONT_MATTER.exec(await readFile(join(folder, name), 'utf8'))?.[0];
    // A file under a licence of its own is not ours to pass on by that of the package.
    if (text && !path.includes('node_modules/') && !OWN_LICENSE.test(text)) files.push({ path, text });
  }
  return files;
}

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyToPackage } from '../launch/packaging.mjs';
import { temporaryFolder } from '../launch/workspace.mjs';

const KB = 1024;
/**
 * The command line is 1,100 KB of it: it stands alone, and reads days and amounts as people write them, and the tables of other
 * systems. So does the program that merges, with 160 KB. What reads tables is in the extension once more, and read when a table is
 * imported; so is what reads mails and invitations, with 150 KB, of which the command line has half, compressed; and what reads and
 * writes Excel files, with 135 KB, of which the command line has half. The licences of the packages are 50 KB.
 */
const MOST_KB = 3450;

/** What esbuild tells of each built file: how much of which source file stands in it. */
type Outputs = Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;

function built(): string[] {
  return readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter(name =>
    statSync(`dist/${name}`).isFile(),
  );
}

describe('what is shipped', () => {
  it(`is smaller than ${MOST_KB} KB`, () => {
    const size = built().reduce((sum, name) => sum + statSync(`dist/${name}`).size, 0);
    assert.ok(size < MOST_KB * KB, `${Math.ceil(size / KB)} KB`);
  });

  // The command line, the program that merges and the page stand alone: two are copied into repositories, the page runs in a browser.
  // So does the little that starts the extension.
  it('the files of the extension have each source file once', () => {
    const outputs = JSON.parse(readFileSync('out/outputs.json', 'utf8')) as Outputs;
    const files = built().filter(
      name => name.endsWith('.js') && !/^((cli|merge|extension)\.js|webview)/.test(name),
    );
    const places = new Map<string, string[]>();
    for (const file of files) {
      for (const [source, { bytesInOutput }] of Object.entries(outputs[`dist/${file}`]!.inputs)) {
        if (bytesInOutput > 0 && existsSync(source))
          places.set(source, [...(places.get(source) ?? []), file]);
      }
    }
    assert.ok(places.has('src/extension.ts') && places.has('src/core/deal/readDeal.ts'));
    const twice = [...places].filter(([, { length }]) => length > 1);
    assert.deepEqual(twice, []);
  });

  it('has nothing of what is only there to write the schemas of the JSON', () => {
    const outputs = JSON.parse(readFileSync('out/outputs.json', 'utf8')) as Outputs;
    const sources = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
    assert.ok(sources.includes('src/core/exchange/json/list.ts'));
    assert.deepEqual(
      sources.filter(source => /typebox|exchange\/json\/schema/.test(source)),
      [],
    );
  });

  // The command Find Deal was without its search once, and only in the package.
  it('all that is built is in the package, and nothing of sources or tests', async () => {
    const { folder, remove } = await temporaryFolder();
    const project = await copyToPackage(join(folder, 'project'));
    // As what is downloaded and built for tests would be there.
    for (const place of ['out/unit', '.vscode-test']) {
      mkdirSync(join(project, place), { recursive: true });
      writeFileSync(join(project, place, 'some.js'), '');
    }
    const listed = execFileSync(
      process.execPath,
      [resolve('node_modules/@vscode/vsce/vsce'), 'ls', '--no-dependencies'],
      {
        cwd: project,
        encoding: 'utf8',
        env: { ...process.env, npm_config_ignore_scripts: 'true' },
      },
    ).split('\n');
    await remove();
    for (const name of built()) assert.ok(listed.includes(`dist/${name}`), name);
    const others = listed.filter(name => !/^(?:dist|docs|media|syntaxes)\//.test(name)).filter(Boolean);
    assert.deepEqual(others.sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'package.json',
      'package.nls.json',
    ]);
  });

  it('goes with the licence of each package that is in it', () => {
    const outputs = JSON.parse(readFileSync('out/outputs.json', 'utf8')) as Outputs;
    const sources = Object.entries(outputs).flatMap(([file, { inputs }]) =>
      file.startsWith('dist/') ? Object.keys(inputs) : [],
    );
    const packages = new Set(
      sources.flatMap(source => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []),
    );
    assert.ok(packages.has('yaml') && packages.has('preact'));
    const notices = readFileSync('dist/third-party-notices.txt', 'utf8');
    assert.deepEqual(
      [...packages].filter(name => !notices.includes(`\n${name} `)),
      [],
    );
    // Of the Mozilla Public License, which asks most: its own words.
    assert.match(notices, /Mozilla Public License/);
  });

  it('the funnel page runs no text as code', () => {
    const page = readFileSync('dist/webview/funnel.js', 'utf8');
    assert.equal(/\beval\(|\bnew Function\b/.test(page), false);
  });
});

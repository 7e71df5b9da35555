import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import type * as Late from '../../build/late.mjs';
import { anything } from './support/anything';

/** As it is, not bundled: it looks for packages from where it stands. */
const late = import(pathToFileURL(resolve('build/late.mjs')).href) as Promise<typeof Late>;

describe('packages that are read late', () => {
  it('give all that the code takes from them', async () => {
    const names = namesTaken(Object.values((await late).LATE).flat());
    const lines = [...names].flatMap(([name, taken], at) => [
      `import * as all${at} from '${name}';`,
      ...[...taken].map((one, index) => `import { ${one} as taken${at}_${index} } from '${name}';`),
      `given['${name}'] = { ${[...taken].map((one, index) => `'${one}': [taken${at}_${index}, all${at}.${one}]`).join(', ')} };`,
    ]);
    const { given } = await run<{ given: Given }>(`export const given = {};\n${lines.join('\n')}`);
    for (const [name, taken] of names) {
      assert.ok(taken.size, `Nothing is taken from ${name}.`);
      for (const one of taken) {
        const [named, ofAll] = given[name]![one]!;
        assert.ok(named !== undefined, `${one} of ${name}`);
        assert.equal(named, ofAll);
      }
    }
  });

  it('work however they are imported, also what nobody took before', async () => {
    const { rows, read } = await run<{ rows(): Promise<unknown[]>; read(): unknown[] }>(`
      import csv, { parse } from 'papaparse';
      import * as all from 'papaparse';
      import matter from 'gray-matter';
      import { YAMLMap, parseDocument } from 'yaml';
      import * as yaml from 'yaml';
      export const rows = async () =>
        [csv.parse, parse, all.parse, (await import('papaparse')).parse].map(one => one('a,b').data);
      export const read = () => [
        matter('---\\na: 1\\n---\\n', { engines: { yaml: text => yaml.parse(text) } }).data.a,
        parseDocument('a: 1').contents instanceof YAMLMap,
      ];`);
    assert.deepEqual(await rows(), Array(4).fill([['a', 'b']]));
    assert.deepEqual(read(), [1, true]);
  });

  it('are read when something of them is first used', async () => {
    const reads: string[] = [];
    const { use } = await run<{ use(): unknown }>(
      `import { parse } from 'papaparse';
      import { distance } from 'fastest-levenshtein';
      export const use = () => [parse, distance('a', 'b')];`,
      reads,
    );
    assert.deepEqual(reads, []);
    use();
    use();
    assert.deepEqual(reads, ['./csv.js', './near.js']);
  });

  it('are not read while the extension loads, and nothing is formatted or sorted then', () => {
    const code = readFileSync('dist/extension.js', 'utf8');
    const reads: string[] = [];
    const load = createRequire(resolve('dist/extension.js'));
    const look = (name: string): unknown => {
      reads.push(name);
      return name === 'vscode' ? anything() : load(name);
    };
    const asked: PropertyKey[] = [];
    const before = globalThis.Intl;
    globalThis.Intl = new Proxy(before, {
      get: (all, key) => {
        asked.push(key);
        return Reflect.get(all, key) as unknown;
      },
    });
    const module = { exports: {} };
    try {
      new Function('module', 'exports', 'require', '__filename', '__dirname', code)(
        module,
        module.exports,
        look,
        resolve('dist/extension.js'),
        resolve('dist'),
      );
    } finally {
      globalThis.Intl = before;
    }
    assert.ok('activate' in module.exports);
    assert.deepEqual(
      reads.filter(name => name.startsWith('.')),
      [],
    );
    assert.deepEqual(asked, []);
  });
});

/** By package and name: the value as it is imported by its name, and as one of all. */
type Given = Record<string, Record<string, [unknown, unknown]>>;

/** Runs a module beside the built files, built as the extension is. */
async function run<T extends object>(contents: string, reads: string[] = []): Promise<T> {
  const { lateFrom, alias } = await late;
  const { outputFiles } = await build({
    stdin: { contents },
    bundle: true,
    write: false,
    minify: true,
    platform: 'node',
    format: 'cjs',
    alias,
    plugins: [lateFrom('dist')],
  });
  const load = createRequire(resolve('dist/tried.js'));
  const module = { exports: {} as T };
  const look = (file: string): unknown => {
    reads.push(file);
    return load(file);
  };
  new Function('module', 'require', outputFiles[0]!.text)(module, look);
  return module.exports;
}

/** What the extension's own code imports of each of these packages, types left out. */
function namesTaken(packages: readonly string[]): Map<string, Set<string>> {
  const names = new Map(packages.map(name => [name, new Set<string>()]));
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
  for (const file of files.filter(name => name.endsWith('.ts') && !/^(webview|cli)\b/.test(name))) {
    const text = readFileSync(`src/${file}`, 'utf8');
    if (!packages.some(name => text.includes(`from '${name}'`))) continue;
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
    for (const statement of source.statements.filter(ts.isImportDeclaration)) {
      const taken = names.get((statement.moduleSpecifier as ts.StringLiteral).text);
      for (const name of namesIn(statement.importClause, source)) taken?.add(name);
    }
  }
  return names;
}

function namesIn(clause: ts.ImportClause | undefined, source: ts.SourceFile): string[] {
  if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const { name, namedBindings: named } = clause;
  if (named && ts.isNamespaceImport(named)) return membersUsed(source, named.name.text);
  const elements = named?.elements.filter(({ isTypeOnly }) => !isTypeOnly) ?? [];
  const names = elements.map(({ name, propertyName }) => (propertyName ?? name).text);
  return [...(name ? ['default'] : []), ...names];
}

/** `casual` and `GB`, of `english.casual` and `english.GB`. */
function membersUsed(source: ts.SourceFile, of: string): string[] {
  const members: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAccessExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === of
    )
      members.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return members;
}

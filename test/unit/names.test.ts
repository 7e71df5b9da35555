import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';

interface Declared {
  readonly file: string;
  readonly isExported: boolean;
}

/** The types that files declare, by their names; those of one name in one file, as of a function and its type, are one. */
function typesIn(root: string): ReadonlyMap<string, readonly Declared[]> {
  const types = new Map<string, Declared[]>();
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path)) continue;
    const file = join(root, path);
    for (const [name, isExported] of typesOf(file, readFileSync(file, 'utf8'))) {
      types.set(name, [...(types.get(name) ?? []), { file: file.split(sep).join('/'), isExported }]);
    }
  }
  return types;
}

function typesOf(file: string, text: string): ReadonlyMap<string, boolean> {
  const types = new Map<string, boolean>();
  for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements) {
    if (
      !ts.isInterfaceDeclaration(statement) &&
      !ts.isTypeAliasDeclaration(statement) &&
      !ts.isClassDeclaration(statement) &&
      !ts.isEnumDeclaration(statement)
    )
      continue;
    const isExported = (ts.getModifiers(statement) ?? []).some(
      ({ kind }) => kind === ts.SyntaxKind.ExportKeyword,
    );
    if (statement.name) types.set(statement.name.text, isExported || types.get(statement.name.text) === true);
  }
  return types;
}

/** Exported names that mean something else in another file, whether that exports them too or not. */
function meantTwice(types: ReadonlyMap<string, readonly Declared[]>): string[] {
  return [...types]
    .filter(([, all]) => all.length > 1 && all.some(({ isExported }) => isExported))
    .map(([name]) => name);
}

describe('the types of src', () => {
  const types = typesIn('src');

  it('are found, of every kind', () => {
    const text = 'export interface A {}\nexport type B = A;\nclass C {}\nexport enum D {}\nconst E = 1;';
    assert.deepEqual([...typesOf('a.ts', text)].sort(), [
      ['A', true],
      ['B', true],
      ['C', false],
      ['D', true],
    ]);
    assert.deepEqual(types.get('Deal'), [{ file: 'src/core/deal/deal.ts', isExported: true }]);
  });

  it('have names that mean one thing: one that a file exports is declared in no other', () => {
    const twice = meantTwice(types);
    assert.deepEqual(
      twice.map(name => [name, types.get(name)!.map(({ file }) => file)]),
      [],
    );
  });
});

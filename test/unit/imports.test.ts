import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files below `src`, each with those that it imports: also for their types alone, and also late. */
function importsIn(root: string): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path))
    .map(path => join(root, path));
  return new Map(files.map(file => [file, importedBy(file)]));
}

function importedBy(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].flatMap(([, path]) => {
    const found = ['.ts', '.tsx'].map(end => join(dirname(file), path! + end)).filter(existsSync);
    return found.slice(0, 1);
  });
}

/** A way from a file back to itself; nothing where there is none from any file. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const search = (file: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const circle = search(next, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const circle = search(file, []);
    if (circle) return circle;
  }
  return undefined;
}

describe('the imports of src', () => {
  it('are all found', () => {
    const imports = importsIn('src');
    const [tree, panel] = [join('src', 'tree', 'pipelineTree.ts'), join('src', 'webview', 'funnel.tsx')];
    assert.ok(imports.get(tree)!.includes(join('src', 'tree', 'nodes.ts')), 'for types');
    assert.ok(imports.get(tree)!.includes(join('src', 'tree', 'tooltips.ts')), 'late');
    assert.ok(
      imports.get(panel)!.some(file => file.endsWith('.tsx')),
      'of components',
    );
  });

  it('lead nowhere back, not even for a type: what stands below can be read without what stands above', () => {
    assert.deepEqual(
      circleIn(
        new Map([
          ['a', ['b']],
          ['b', ['c', 'd']],
          ['c', ['b']],
          ['d', []],
        ]),
      ),
      ['b', 'c', 'b'],
    );
    assert.equal(circleIn(importsIn('src')), undefined);
  });
});

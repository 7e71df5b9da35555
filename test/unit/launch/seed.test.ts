import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedOf } from '../../launch/seed.mjs';

describe('the seed of generated values', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deal-notes-seed-'));
    mkdirSync(join(folder, 'deal'));
    writeFileSync(join(folder, 'deal', 'read.ts'), 'export const a = 1;\n');
    writeFileSync(join(folder, 'move.ts'), 'export const b = 2;\n');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the same for the same sources, and a seed', async () => {
    const seed = await seedOf([folder]);
    assert.equal(await seedOf([folder]), seed);
    assert.ok(Number.isInteger(Number(seed)) && Number(seed) >= 0 && Number(seed) < 2 ** 31, seed);
  });

  it('is another one as soon as a source is changed, in a folder below too', async () => {
    const seed = await seedOf([folder]);
    writeFileSync(join(folder, 'deal', 'read.ts'), 'export const a = 3;\n');
    assert.notEqual(await seedOf([folder]), seed);
  });
});

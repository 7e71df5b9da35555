import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepTemporaryFilesInMemory } from '../../launch/temporary.mjs';

describe('temporary files of a run', () => {
  it('stay where a person has chosen to have them', () => {
    const env = { TMPDIR: '/home/dana/tmp' };
    keepTemporaryFilesInMemory(env);
    assert.deepEqual(env, { TMPDIR: '/home/dana/tmp' });
  });

  it('are where files can be written, or where they always were', () => {
    const env: NodeJS.ProcessEnv = {};
    keepTemporaryFilesInMemory(env);
    if (env['TMPDIR'] === undefined) return;
    const folder = mkdtempSync(join(env['TMPDIR'], 'deal-notes-test-'));
    writeFileSync(join(folder, 'deal.md'), '');
    rmSync(folder, { recursive: true });
  });
});

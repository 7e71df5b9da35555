import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goalsTold, goalsVariable, heldIn, hold } from '../../launch/goals.mjs';

describe('what the benches measure', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'goals-'));
    process.env[goalsVariable] = join(folder, 'noted');
  });

  afterEach(() => {
    delete process.env[goalsVariable];
    rmSync(folder, { recursive: true });
  });

  const lineOf = (what: RegExp) =>
    goalsTold(heldIn(process.env[goalsVariable]!))
      .split('\n')
      .find(line => what.test(line));

  it('is held against its goal, the worst of several figures', () => {
    hold('block', 12);
    hold('block', 44.4);
    hold('block', 20);
    assert.match(lineOf(/longest time/)!, /^✖ +44\.4 ms +goal ≤ 30 ms /);
  });

  it('meets a goal at its very bound, from above as from below', () => {
    hold('merge', 1.3);
    hold('usual', 8);
    assert.match(lineOf(/file that both sides/)!, /^✔ +1\.30 × +goal ≤ 1\.3 × /);
    assert.match(lineOf(/gray-matter/)!, /^✔ +8\.00 × +goal ≥ 8 × /);
    hold('usual', 7.9);
    assert.match(lineOf(/gray-matter/)!, /^✖ +7\.90 × /);
  });

  it('says which goal nothing has measured', () => {
    hold('load', 25);
    assert.match(lineOf(/memory/)!, /^✖ not measured +goal ≤ 1\.5 KB /);
    assert.match(lineOf(/activated/)!, /^✔ +25\.0 ms /);
  });
});

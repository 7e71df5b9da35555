import assert from 'node:assert/strict';
import { trailsThrough } from '../../../src/actions/changes/trails';
import { versionsOf } from '../../../src/actions/changes/versions';
import type { CalendarDate } from '../../../src/core/calendar';
import { asDeal } from '../../../src/core/changes/across';
import { dealOf } from '../../../src/core/deal/entry';
import { toEntry } from '../../../src/core/deal/toEntry';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';

function dealAt(path: string) {
  const deal = dealOf(toEntry({ path, text: '---\ntitle: Acme\nstage: proposal\n---\n' }, DEFAULT_PROCESS));
  assert.ok(asDeal(deal));
  return deal;
}

const [old, changed] = [
  { path: 'old.md', blob: 'a'.repeat(40) },
  { path: 'old.md', blob: 'b'.repeat(40) },
];
const at = new Map([['old.md', old.blob]]);
const made = { id: '1', on: '2026-02-10' as CalendarDate, by: 'Dana' };

describe('what git has of a deal’s text', () => {
  it('is that at the first point, by the name that the file had there', () => {
    const across = { path: 'new.md', before: dealAt('old.md'), after: dealAt('new.md') };
    assert.deepEqual(versionsOf(across, at, undefined), { before: old });
  });

  it('is nothing of a deal that was not there, though another file had its name', () => {
    const across = { path: 'old.md', before: undefined, after: dealAt('old.md') };
    assert.deepEqual(versionsOf(across, at, undefined), {});
  });

  it('is nothing of a point that no commit tells of', () => {
    const across = { path: 'old.md', before: dealAt('old.md'), after: dealAt('old.md') };
    assert.deepEqual(versionsOf(across, undefined, undefined), {});
  });

  it('is the last text of a deal that was removed after it had changed', () => {
    const trails = trailsThrough(
      [
        { ...made, files: [{ from: old, to: changed }] },
        { ...made, files: [{ from: changed, to: undefined }] },
      ],
      () => true,
    );
    const across = { path: 'old.md', before: dealAt('old.md'), after: undefined };
    assert.deepEqual(versionsOf(across, at, trails), { before: old, last: changed });
  });

  it('is what was committed last of a deal whose removal is not', () => {
    const trails = trailsThrough([{ ...made, files: [{ from: old, to: changed }] }], () => true);
    const across = { path: 'old.md', before: dealAt('old.md'), after: undefined };
    assert.deepEqual(versionsOf(across, at, trails), { before: old, last: changed });
  });
});

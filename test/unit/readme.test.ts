import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PROBLEM_CODES } from '../../src/core/problem';

describe('the README', () => {
  it('lists all codes of problems, which scripts rely on, and no others', () => {
    const [, table] = /^The codes stay the same.*\n\n((?:\|.*\n)+)/m.exec(readFileSync('README.md', 'utf8'))!;
    const listed = [...table!.matchAll(/`([a-z]+(?:-[a-z0-9]+)+|[a-z]+)`/g)].map(([, code]) => code);
    assert.deepEqual(listed.toSorted(), PROBLEM_CODES.toSorted());
  });
});

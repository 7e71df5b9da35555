import assert from 'node:assert/strict';
import { diagnose, type Patient } from '../../../../../../src/core/deal/fixes/fixes';
import type { Fix } from '../../../../../../src/core/deal/fixes/fix';
import { DEFAULT_PROCESS, type Process } from '../../../../../../src/core/process/process';
import { applyEdits } from '../../../../../../src/core/textEdit';
import { sentence } from '../../../../../../src/words/sentence';
import { date, file } from '../../../../support/deals';

export const TODAY = date('2026-11-20');

export function patient(text: string, process: Process = DEFAULT_PROCESS): Patient {
  return { path: 'deals/acme.md', text, process, today: TODAY, alike: [] };
}

/** `safe` is made unasked, `preferred` is what one key press makes, and the others stand below it. */
export type Manner = 'safe' | 'preferred' | 'offered';

/** A fix as a person sees it: what it is called, how it stands among the others, and the text with it. */
export type Offered = readonly [title: string, manner: Manner, after: string];

/** What is offered for the first problem of a kind; the test fails where a text has none. */
export function offered(text: string, code: string, process?: Process): Offered[] {
  const { problems, fixesOf } = diagnose(patient(text, process));
  const problem = problems.find(one => one.code === code);
  assert.ok(problem, `${code} is not among ${problems.map(one => one.code).join(' ')}`);
  return fixesOf(problem).map(fix => [sentence(fix.says), mannerOf(fix), applyEdits(text, fix.edits)]);
}

function mannerOf({ isPreferred, isSafe }: Fix): Manner {
  assert.ok(isPreferred || !isSafe, 'what is safe is preferred, too');
  return isSafe ? 'safe' : isPreferred ? 'preferred' : 'offered';
}

/** A file by its front matter, and what is offered, with the front matter after it. */
export type Case = readonly [code: string, head: string, ...offered: readonly Offered[]];

/** A test for each case: all that is offered, in its order. */
export function offers(cases: readonly Case[], process?: Process): void {
  for (const [code, head, ...expected] of cases) {
    const what = expected.length ? `has ${expected.map(([title]) => title).join(' | ')}` : 'has no fix';
    it(`${code} of ${JSON.stringify(head)} ${what}`, () =>
      assert.deepEqual(
        offered(file(head), code, process),
        expected.map(([title, manner, after]) => [title, manner, file(after)]),
      ));
  }
}

/** A text with a fix made in it. */
export function fixed(text: string, { edits }: Fix): string {
  return applyEdits(text, edits);
}

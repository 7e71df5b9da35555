import assert from 'node:assert/strict';
import {
  moveDeal,
  type Answer,
  type MoveDay,
  type Moved,
  type Transition,
  type Wish,
} from '../../../src/core/deal/transition';
import { parseFrontMatter, type Data } from '../../../src/core/frontMatter/parse';
import type { Problem } from '../../../src/core/problem';
import { DEFAULT_PROCESS, type Process } from '../../../src/core/process/process';
import { applyEdits, invertEdits } from '../../../src/core/textEdit';
import { date } from './deals';

/** The day of every move in the tests. */
export const TODAY = date('2026-11-20');

export function move(
  text: string,
  wish: Wish,
  process: Process = DEFAULT_PROCESS,
  when: MoveDay = { today: TODAY },
  answer?: Answer,
): Transition {
  return moveDeal('deals/acme.md', text, wish, process, when, answer);
}

/** The move and the text after it, checked for what every edit has to be; the test fails where it is refused. */
export function moved(
  text: string,
  wish: Wish,
  process?: Process,
  when?: MoveDay,
  answer?: Answer,
): Moved & { text: string } {
  const transition = move(text, wish, process, when, answer);
  assert.ok(transition.ok, JSON.stringify(transition));
  const { edits, text: after } = transition.edited;
  assert.equal(applyEdits(text, edits), after);
  assert.equal(applyEdits(after, invertEdits(text, edits)), text, 'not taken back to the byte');
  return { ...transition, text: after };
}

/** Why a move cannot be; the test fails where it can. */
export function refused(text: string, wish: Wish, process?: Process, answer?: Answer): Problem {
  const transition = move(text, wish, process, undefined, answer);
  assert.ok(!transition.ok, 'not refused');
  return transition.problem;
}

export function dataIn(text: string): Data {
  const parsed = parseFrontMatter(text);
  assert.ok(parsed.kind === 'found', JSON.stringify(parsed));
  return parsed.data;
}

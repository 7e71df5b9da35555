import assert from 'node:assert/strict';
import { setNextStep } from '../../../src/actions/activities';
import { moveDeals, tryMove } from '../../../src/actions/moveDeals';
import type { Result } from '../../../src/actions/result';
import { setField } from '../../../src/actions/setFields';
import type { Wish } from '../../../src/core/deal/transition';
import { sentence, sentenceOf } from '../../../src/words/sentence';
import { memoryWorld } from './support/worlds';

type World = ReturnType<typeof memoryWorld>;
type Way = (world: World, file: string) => Promise<Result>;

const move =
  (wish: Wish): Way =>
  ({ workspace }, file) =>
    moveDeals(workspace, [file], { wish, answer: { despite: 'rules' } });
const set =
  (key: string, value: string): Way =>
  ({ workspace }, file) =>
    setField(workspace, [file], { key, value, language: 'en-GB' });

const WIN = move({ kind: 'win' });
const ADVANCE = move({ kind: 'advance' });
const STOP = move({ kind: 'stop', reason: 'price' });

async function outcome(line: string, way: Way) {
  const world = memoryWorld();
  const text = `---\ntitle: A\nstage: proposal\n${line}\n---\n`;
  const { done, refused } = await way(world, world.write('a.md', text));
  return {
    isSame: world.all()['a.md'] === text,
    refused: refused.map(({ problem }) => sentenceOf(problem)),
    warnings: done.flatMap(({ plan }) => plan.warnings.map(sentence)),
  };
}

describe('beside a key that is nearly ours', () => {
  for (const [line, way, key, name] of [
    ['Status: Won', WIN, 'Status', 'status'],
    ['Status: open', STOP, 'Status', 'status'],
    ['staus: open', WIN, 'staus', 'status'],
    ['History: [{on: 2026-01-10, stage: proposal}]', ADVANCE, 'History', 'history'],
    ['histroy: [{on: 2026-01-10, stage: proposal}]', ADVANCE, 'histroy', 'history'],
    ['Closed-On: 2026-01-10', WIN, 'Closed-On', 'closed_on'],
    ['Lost Reason: none', STOP, 'Lost Reason', 'lost_reason'],
    ['Close-Date: 2026-12-01', set('close_date', '2026-12-18'), 'Close-Date', 'close_date'],
    ['Tags: [hot]', set('tags', 'cold'), 'Tags', 'tags'],
    [
      'NextStep: call',
      ({ workspace }, file) => setNextStep(workspace, [file], { step: 'mail' }),
      'NextStep',
      'next_step',
    ],
  ] satisfies readonly (readonly [string, Way, string, string])[])
    it(`no second one is written: ${line}`, async () =>
      assert.deepEqual(await outcome(line, way), {
        isSame: true,
        refused: [
          `“${key}” isn’t read, and “${name}” would stand beside it. Rename “${key}” to “${name}” or remove it, then try again.`,
        ],
        warnings: [],
      }));

  it('and one that may be the team’s own, it is written and said', async () => {
    assert.deepEqual(await outcome('ownr: dana', set('owner', 'tom')), {
      isSame: false,
      refused: [],
      warnings: ['“ownr” isn’t read. Did you mean “owner”?'],
    });
  });

  it('and the key itself, it is written and said', async () => {
    for (const [line, way, key, name] of [
      ['Stage: Closing', ADVANCE, 'Stage', 'stage'],
      ['Status: Won\nstatus: open', WIN, 'Status', 'status'],
    ] as const)
      assert.deepEqual(await outcome(line, way), {
        isSame: false,
        refused: [],
        warnings: [`“${key}” isn’t read. Did you mean “${name}”?`],
      });
  });

  it('that the change is not about, nothing is said', async () => {
    for (const [line, way] of [
      ['Owner: dana', WIN],
      ['Status: Won', set('owner', 'dana')],
      ['Owner: dana', set('region', 'EU')],
      ['state: CA', WIN],
      ['stages: [a, b]', ADVANCE],
      ['closed: never', WIN],
    ] as const)
      assert.deepEqual(await outcome(line, way), { isSame: false, refused: [], warnings: [] }, line);
  });

  it('a move that is only tried is refused, too', async () => {
    const { workspace, write } = memoryWorld();
    const file = write('a.md', '---\nstage: proposal\nStatus: Won\n---\n');
    assert.equal((await tryMove(workspace, file, { wish: { kind: 'win' } })).ok, false);
  });
});

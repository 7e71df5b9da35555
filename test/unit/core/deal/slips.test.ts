import assert from 'node:assert/strict';
import { hintsFor } from '../../../../src/core/deal/problems/hints';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { file, makeDeal, readGood } from '../../support/deals';
import { TODAY } from '../../support/edits';
import { sentenceOf } from '../../../../src/words/sentence';

describe('a day of a history that is a slip', () => {
  const read = (head: string, ...lines: readonly string[]) =>
    readGood(file(`${head}\nhistory:\n${lines.map(line => `  - {${line}}\n`).join('')}`));
  const [lead, lost, open] = [
    'on: 2026-01-05, stage: lead',
    'on: 2062-02-05, status: lost',
    'on: 2026-03-05, status: open',
  ];

  it('leaves its line where it is, where the deal stands as the file ends', () => {
    const { deal, problems } = read('stage: lead', lead, lost, open);
    assert.deepEqual(
      deal.history.map(({ status }) => status),
      [undefined, 'lost', 'open'],
    );
    assert.deepEqual(problems, []);
    const moved = read('stage: proposal', 'on: 2062-01-05, stage: lead', 'on: 2026-02-05, stage: proposal');
    assert.deepEqual(
      [moved.deal.history.map(({ stage }) => stage), moved.problems],
      [['lead-generation', 'proposal'], []],
    );
  });

  it('is none where the deal stands as the latest day says', () => {
    const { deal, problems } = read('stage: lead\nstatus: lost', lead, lost, open);
    assert.deepEqual(
      deal.history.map(({ status }) => status),
      [undefined, 'open', 'lost'],
    );
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['history-order', 7]],
    );
  });
});

describe('a deal that is won and has a reason for a loss', () => {
  it('is told by the team’s own names', () => {
    const process = makeProcess({ fields: new Map([['lost_reason', 'why']]) });
    const { problems } = readGood(
      file('stage: closing\nstatus: won\nclosed_on: 2026-11-01\nwhy: price'),
      process,
    );
    assert.match(problems.map(sentenceOf).join(), /“why”/);
  });
});

describe('a copy of a deal', () => {
  const of = makeDeal({ path: 'acme.md', title: 'Acme' });
  const other = makeDeal({ path: 'other.md', title: 'Acme' });
  const hints = (isEqual: boolean) =>
    hintsFor(readGood(file('stage: closing\nnext_step: Call')), {
      process: DEFAULT_PROCESS,
      today: TODAY,
      alike: [of, other],
      copy: { of, isEqual },
    });

  it('is told in its first line, with the file that it is a copy of', () => {
    const [copy] = hints(true);
    assert.deepEqual(
      [copy?.code, copy?.severity, copy?.line, copy?.other],
      ['copied-file', 'warning', 1, 'acme.md'],
    );
    assert.match(sentenceOf(copy!), /acme\.md/);
    assert.notEqual(sentenceOf(hints(false)[0]!), sentenceOf(copy!));
  });

  it('is not told again as one that is alike, but others are', () => {
    assert.deepEqual(
      hints(true).flatMap(({ code, other: path }) => (code === 'duplicate-deal' ? path : [])),
      ['other.md'],
    );
  });
});

import assert from 'node:assert/strict';
import { dueSoon } from '../../../../src/core/review/due';
import { loggedSince, type LoggedInDeal } from '../../../../src/core/review/logged';
import { fillTemplate, REVIEW_PARTS } from '../../../../src/core/review/template';
import { sentenceOf } from '../../../../src/words/sentence';
import { date, makeDeal } from '../../support/deals';

describe('a template of the weekly review', () => {
  const fill = (text: string) => fillTemplate(text, name => `<${name}>`);

  it('has each of its parts where it names it, in any case, and all else as it is', () => {
    for (const name of REVIEW_PARTS)
      assert.equal(fill(`a {{ ${name.toUpperCase()} }} b`).text, `a <${name}> b`);
    assert.equal(fill('{{won}}\r{{ \t lost\t}}{{won }}').text, '<won>\n<lost><won>');
    assert.equal(fill('# {{title}}\r\n\r\n{won} {{}\n').text, '# <title>\n\n{won} {{}\n');
    assert.deepEqual(fill('{{won}}').problems, []);
  });

  it('tells each name that no part has, by its line, and leaves it', () => {
    const { text, problems } = fill('# {{title}}\n\n{{wonn}} and {{weather}}\n');
    assert.equal(text, '# <title>\n\n{{wonn}} and {{weather}}\n');
    assert.deepEqual(
      problems.map(({ code, line, column }) => [code, line, column]),
      [
        ['unknown-key', 3, 1],
        ['unknown-key', 3, 14],
      ],
    );
    assert.equal(
      sentenceOf(problems[0]!),
      'The review has no part “wonn”, so it stays as it is. Did you mean {{won}}?',
    );
    assert.match(
      sentenceOf(problems[1]!),
      /^The review has no part “weather”.* The parts are {{title}}, {{since}}/,
    );
  });

  it('tells also a name that is longer than any, and says its beginning', () => {
    const long = `{{${'very long '.repeat(1000)}}}`;
    const { text, problems } = fill(long);
    assert.equal(text, long);
    assert.match(sentenceOf(problems[0]!), /no part “very long .{40,55}…”/);
  });

  it('asks for a part once, however often it is named', () => {
    const asked: string[] = [];
    const { text } = fillTemplate('{{won}} {{WON}}\n{{ won }} {{lost}}', name => `${asked.push(name)}`);
    assert.deepEqual([text, asked], ['1 1\n1 2', ['won', 'lost']]);
  });

  it('never fills in what a deal says', () => {
    const { text, problems } = fillTemplate('{{won}} {{lost}}', () => '{{new}} $& $1');
    assert.equal(text, '{{new}} $& $1 {{new}} $& $1');
    assert.deepEqual(problems, []);
  });
});

describe('what a review tells of the week', () => {
  const TODAY = date('2026-11-30');

  it('is each line of a log from the first day on, and how many there are whose words are not kept', () => {
    const deal = makeDeal({
      lastActivity: { on: date('2026-12-03'), what: 'planned' },
      activeBefore: ['2026-11-30', '2026-11-24', '2026-11-23', '2026-11-22'].map(date),
      saidBefore: ['call', 'mail'],
    });
    const [logged] = loggedSince([deal, makeDeal({ path: 'b.md' })], date('2026-11-23'), TODAY);
    assert.deepEqual(logged!.said, [
      { on: '2026-11-30', what: 'call' },
      { on: '2026-11-24', what: 'mail' },
    ]);
    assert.equal(logged!.more, 1);
    const { lastActivity, activeBefore } = deal;
    const wordless = makeDeal({ lastActivity: lastActivity!, activeBefore: activeBefore! });
    const [{ said, more }] = loggedSince([wordless], date('2026-11-23'), TODAY) as [LoggedInDeal];
    assert.deepEqual([said, more], [[], 3]);
  });

  it('is told deal by deal in the order of their paths, and from the first to the last day', () => {
    const said = { lastActivity: { on: TODAY, what: 'call' } };
    const some = ['b.md', 'c.md', 'a.md'].map(path => makeDeal({ ...said, path }));
    const paths = loggedSince(some, TODAY, TODAY).map(({ deal }) => deal.path);
    assert.deepEqual(paths, ['a.md', 'b.md', 'c.md']);
    assert.deepEqual(loggedSince(some, date('2026-12-01'), date('2026-12-02')), []);
    assert.deepEqual(loggedSince(some, date('2026-11-28'), date('2026-11-29')), []);
  });

  it('is due on one day in the order of the paths', () => {
    const some = ['b.md', 'c.md', 'a.md'].map(path => makeDeal({ path, closeDate: TODAY }));
    const paths = dueSoon(some, TODAY).map(({ deal }) => deal.path);
    assert.deepEqual(paths, ['a.md', 'b.md', 'c.md']);
  });

  it('is what is late or due within seven days, the earliest first, and nothing of deals that are closed or on hold', () => {
    const days = { nextStep: 'Ring', nextStepOn: date('2026-12-07'), closeDate: date('2026-12-08') };
    const due = dueSoon(
      [
        makeDeal({ ...days, path: 'b.md' }),
        makeDeal({
          ...{ path: 'a.md', closeDate: date('2026-11-01') },
          todos: [{ on: date('2026-12-07'), what: 'Ask', who: undefined, line: 9 }],
        }),
        makeDeal({ ...days, path: 'c.md', status: 'won' }),
        makeDeal({ ...days, path: 'd.md', onHoldUntil: date('2026-12-24') }),
      ],
      TODAY,
    );
    assert.deepEqual(
      due.map(({ deal, on, kind, what }) => [deal.path, on, kind, what]),
      [
        ['a.md', '2026-11-01', 'close', undefined],
        ['a.md', '2026-12-07', 'todo', 'Ask'],
        ['b.md', '2026-12-07', 'step', 'Ring'],
      ],
    );
  });
});

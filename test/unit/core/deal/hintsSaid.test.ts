import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hintsFor } from '../../../../src/core/deal/problems/hints';
import { problemsIn } from '../../../../src/core/deal/problems/problemsIn';
import { makeProcess } from '../../../../src/core/process/process';
import { file, makeDeal, read, readGood } from '../../support/deals';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { TODAY } from '../../support/edits';
import { forAll } from '../../support/property';
import { sentenceOf } from '../../../../src/words/sentence';

const process = makeProcess({
  missingFields: 'block',
  fields: new Map([['next_step', 'to_do']]),
  stages: {
    'lead-generation': { required: ['value'] },
    proposal: {
      label: 'Angebot',
      required: ['next_step', 'po_number'],
      exitCriteria: [{ id: 'shown', text: 'We showed it' }],
    },
  },
});
const surroundings = { process, today: TODAY, alike: [] };

/** Each hint: how loud it is, its code, where it is, what it is about and its words. */
const told = (head: string) =>
  hintsFor(readGood(file(head), process), surroundings).map(
    ({ severity, isQuiet, code, line, at, meant, says }) =>
      `${isQuiet ? 'quiet ' : ''}${severity} ${code} ${line} ${at?.join('.')} ${meant?.join() ?? '-'}: ${sentenceOf({ says })}`,
  );
/** Without what the rules want. */
const hints = (head: string) => told(head).filter(hint => !/ missing-field | unmet-criterion /.test(hint));

describe('what an open deal needs is said', () => {
  it('where its close date has passed, and not on the day itself', () => {
    assert.deepEqual(hints('stage: closing\nto_do: Call\nclose_date: 2026-11-19'), [
      'hint close-date-past 2 close_date -: The close date (2026-11-19) has passed but the deal is still open. Set a new date or close the deal.',
    ]);
    for (const date of ['', '\nclose_date: 2026-11-20', '\nclose_date: 2026-11-21'])
      assert.deepEqual(hints(`stage: closing\nto_do: Call${date}`), []);
  });

  it('where it has no next step, nor a day for one', () => {
    const none = hints('stage: closing');
    assert.equal(none.length, 1);
    assert.match(none[0]!, /^quiet hint no-next-step 2 stage -: .*next step/);
    for (const step of ['to_do: Call', 'next_step_on: 2026-12-01', 'to_do: Call\nnext_step_on: 2026-12-01'])
      assert.deepEqual(hints(`stage: closing\n${step}`), []);
  });

  it('where its stage wants something before it goes on, once', () => {
    assert.deepEqual(told('stage: proposal\nvalue: 5\nnext_step_on: 2026-12-01'), [
      'quiet hint missing-field 2 stage next_step: “to_do” is empty. The deal needs it to leave Angebot.',
      'quiet hint missing-field 2 stage po_number: “po_number” is empty. The deal needs it to leave Angebot.',
      'quiet hint unmet-criterion 2 stage shown: “We showed it” isn’t met. The deal needs it to leave Angebot.',
    ]);
  });

  it('where it has left a stage without what that wanted', () => {
    assert.deepEqual(told('stage: prospecting\nto_do: Call').slice(0, 1), [
      'warning missing-field 2 stage value: “value” is empty, but the deal is already in Prospecting. Your team’s sales-process.yaml requires it first.',
    ]);
  });

  it('where it was won past something, at the status', () => {
    const won = told('stage: closing\nstatus: won\nclosed_on: 2026-11-01\nvalue: 5\nto_do: x\npo_number: 1');
    assert.equal(won.length, 1);
    assert.match(won[0]!, /^quiet hint unmet-criterion 2 status shown: .*“We showed it”/);
  });
});

describe('criteria that are open', () => {
  const criteria = (...ids: readonly string[]) => ({
    exitCriteria: ids.map(id => ({ id, text: id.toUpperCase() })),
  });
  const gates = makeProcess({
    unmetCriteria: 'warn',
    stages: {
      'lead-generation': criteria('a', 'b'),
      prospecting: criteria('c', 'd', 'e'),
      qualification: criteria('f', 'g'),
    },
  });
  const unmet = (head: string) => {
    const all = hintsFor(readGood(file(head), gates), { ...surroundings, process: gates });
    return all
      .filter(({ code }) => code === 'unmet-criterion')
      .map(problem => `${problem.isQuiet ? 'quiet ' : ''}${problem.meant!.join()}: ${sentenceOf(problem)}`);
  };

  it('are told in one, with how many there are and the first of them', () => {
    assert.deepEqual(unmet('stage: qualification\nchecks: [f]'), [
      'a,b,c,d,e: 5 criteria aren’t met (“A”, “B”, “C” and 2 more), but the deal is already in Qualification.',
      'quiet g: “G” isn’t met. The deal needs it to leave Qualification.',
    ]);
    assert.deepEqual(unmet('stage: lead-generation'), [
      'quiet a,b: “A” and “B” aren’t met. The deal needs them to leave Lead generation.',
    ]);
  });

  it('are told apart where some are on record', () => {
    const history = [
      'on: 2026-01-05, stage: lead-generation',
      'on: 2026-01-06, stage: prospecting, override: true',
      'on: 2026-01-07, stage: qualification',
    ];
    assert.deepEqual(
      unmet(
        `stage: qualification\nchecks: [e, f, g]\nhistory:\n${history.map(line => `  - {${line}}\n`).join('')}`,
      ),
      [
        'quiet a,b: “A” and “B” aren’t met, but the deal is already in Qualification.',
        'c,d: “C” and “D” aren’t met, but the deal is already in Qualification.',
      ],
    );
  });
});

describe('all that stages want and a deal has not', () => {
  const ids = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']);
  const fields = fc.subarray(['value', 'owner', 'po_number']);
  const stages = fc.array(fc.record({ required: fields, criteria: ids }), { minLength: 7, maxLength: 7 });
  const rule = fc.constantFrom('warn' as const, 'block' as const);

  it('is told once, each field alone and criteria together', () =>
    forAll(
      fc.record({ stages, met: ids, stage: fc.constantFrom(...STAGE_IDS), rule }),
      ({ stages: wants, met, stage, rule: both }) => {
        const gates = makeProcess({
          ...{ unmetCriteria: both, missingFields: both },
          stages: Object.fromEntries(
            wants.map(({ required, criteria }, at) => [
              STAGE_IDS[at],
              { required, exitCriteria: criteria.map(id => ({ id, text: id })) },
            ]),
          ),
        });
        const entry = readGood(file(`stage: ${stage}\nchecks: [${met.join()}]`), gates);
        const hinted = hintsFor(entry, { ...surroundings, process: gates });
        const about = (code: string) => hinted.filter(one => one.code === code).map(one => one.meant!);
        const until = wants.slice(0, STAGE_IDS.indexOf(stage) + 1);
        const open = (key: 'required' | 'criteria', has: readonly string[]) =>
          [...new Set(until.flatMap(one => one[key]))].filter(id => !has.includes(id)).sort();
        assert.deepEqual(about('unmet-criterion').flat().sort(), open('criteria', met));
        assert.deepEqual(about('missing-field').flat().sort(), open('required', []));
        assert.ok(about('unmet-criterion').length <= 2);
        assert.ok(about('missing-field').every(({ length }) => length === 1));
      },
    ));
});

describe('what several stages want is said', () => {
  it('once, as what was left open', () => {
    const twice = makeProcess({
      missingFields: 'warn',
      stages: { 'lead-generation': { required: ['value'] }, prospecting: { required: ['value', 'owner'] } },
    });
    const read = readGood(file('stage: prospecting\nnext_step: Call'), twice);
    assert.deepEqual(
      hintsFor(read, { ...surroundings, process: twice }).map(({ isQuiet, meant }) => [
        isQuiet ?? false,
        meant,
      ]),
      [
        [false, ['value']],
        [true, ['owner']],
      ],
    );
  });
});

describe('days that are still to come are told', () => {
  const own = makeProcess({
    fields: new Map([
      ['created', 'begun'],
      ['closed_on', 'ended'],
    ]),
  });
  const days = (head: string) =>
    hintsFor(readGood(file(`${head}\nnext_step: Call`), own), { ...surroundings, process: own })
      .filter(({ severity }) => severity === 'warning')
      .map(problem => `${problem.code} ${problem.at?.join('.')}: ${sentenceOf(problem)}`);

  it('under the names of the team', () => {
    assert.match(
      days('stage: closing\nbegun: 2062-01-05').join(),
      /^future-date created: .*“begun”.*2062-01-05/,
    );
    assert.match(
      days('stage: closing\nstatus: won\nended: 2062-01-05').join(),
      /^future-date closed_on: .*“ended”.*2062-01-05/,
    );
    assert.deepEqual(days('stage: closing\nbegun: 2026-11-20'), []);
  });

  it('at their lines of the history', () => {
    const line = (...lines: readonly string[]) => days(`stage: lead\nhistory: [${lines.join(', ')}]`);
    assert.match(
      line('{on: 2026-01-05, stage: lead}', '{on: 2062-01-06, status: open}').join(),
      /^future-date history\.1\.on: /,
    );
    const slip = line('{on: 2026-09-05, status: lost}', '{on: 2026-03-06, status: open}');
    assert.match(slip.join(), /^history-order history\.0\.on: .*[Ee]ntry 1 .*2026-09-05/);
    assert.deepEqual(line('{on: 2026-03-05, status: lost}', '{on: 2026-03-05, status: open}'), []);
  });
});

describe('what a closed deal needs is said', () => {
  it('where nobody knows when it was closed', () => {
    const lost = 'stage: closing\nstatus: lost\nlost_reason: price';
    assert.match(hints(lost).join(), /^quiet hint no-close-day 2 status -: .*closed_on[^,]*$/);
    assert.deepEqual(hints(`${lost}\nclosed_on: 2026-11-01`), []);
    assert.deepEqual(hints(`${lost}\nhistory:\n  - {on: 2026-11-01, status: lost}`), []);
  });

  it('where nobody knows why it was lost', () => {
    assert.match(
      hints('stage: closing\nstatus: lost\nclosed_on: 2026-11-01').join(),
      /^quiet hint no-lost-reason 2 status -: .*lost_reason[^,]*$/,
    );
    assert.deepEqual(hints('stage: closing\nstatus: won\nclosed_on: 2026-11-01'), []);
  });
});

describe('deals that may be the same one', () => {
  it('are told by their titles and paths, three at most', () => {
    const alike = [1, 2, 3, 4].map(k => makeDeal({ path: `${k}.md`, title: `Deal ${k}` }));
    const read = readGood(file('stage: closing\nto_do: Call'), process);
    const found = hintsFor(read, { ...surroundings, alike }).filter(({ code }) => code === 'duplicate-deal');
    assert.deepEqual(
      found.map(({ at, other }) => [at, other]),
      ['1.md', '2.md', '3.md'].map(path => [['title'], path]),
    );
    assert.match(sentenceOf(found[0]!), /Deal 1.*1\.md/);
  });
});

describe('all that is wrong with a file', () => {
  const codes = (text: string) => problemsIn(read(text, process), surroundings).map(({ code }) => code);

  it('is what is wrong with it alone, and then what could be better', () => {
    assert.deepEqual(codes(file('stage: lead\nvalue: lots')), [
      'invalid-value',
      'no-next-step',
      'missing-field',
    ]);
    assert.deepEqual(codes(file('stage: lead\nvalue: lots\nto_do: Call')).slice(0, 1), ['invalid-value']);
    assert.deepEqual(codes(file('stage: closing\nto_do: Call\npo_number: 1\nvalue: 1\nchecks: [shown]')), []);
  });

  it('is why it cannot be read, and what else is wrong with it', () => {
    assert.deepEqual(codes(file('value: lots\nstage: nowhere\nstatus: hm')), [
      'unknown-stage',
      'unknown-status',
      'invalid-value',
    ]);
  });

  it('is nothing of a note', () => assert.deepEqual(codes(file('title: x')), []));
});

describe('a deal whose end is contradicted', () => {
  const outcome = (head: string) =>
    readGood(file(head)).problems.map(
      ({ code, line, at, meant, says }) =>
        `${code} ${line} ${at?.join('.')} ${meant?.join() ?? '-'}: ${sentenceOf({ says })}`,
    );
  const codesAnd = (head: string) => outcome(head).map(told => told.replace(/:.*/, ''));

  it('may have ended as it says elsewhere, the likeliest first', () => {
    assert.deepEqual(codesAnd('stage: closing\nclosed_on: 2026-11-01'), [
      'open-with-outcome 3 closed_on won,lost',
    ]);
    assert.deepEqual(codesAnd('stage: closing\nlost_reason: price'), [
      'open-with-outcome 3 lost_reason lost,won',
    ]);
    const line = (status: string) => `\nhistory:\n  - {on: 2026-11-01, status: ${status}}`;
    assert.deepEqual(codesAnd(`stage: closing\nclosed_on: 2026-11-01${line('lost')}`), [
      'open-with-outcome 3 closed_on lost,won',
      'history-outcome 2 status lost',
    ]);
    assert.deepEqual(codesAnd(`stage: closing\nclosed_on: 2026-11-01${line('open')}`), [
      'open-with-outcome 3 closed_on won,lost',
    ]);
  });

  it('is told with both sides of it', () => {
    const [told] = outcome(
      'stage: closing\nstatus: won\nclosed_on: 2026-11-01\nhistory:\n  - {on: 2026-11-01, status: lost}',
    );
    assert.match(told!, /^history-outcome 3 status lost: .*lost.*won/);
    assert.deepEqual(codesAnd('stage: closing\nstatus: won\nclosed_on: 2026-11-01\nlost_reason: price'), [
      'won-with-lost-reason 5 lost_reason -',
    ]);
  });
});

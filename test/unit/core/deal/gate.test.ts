import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkOff } from '../../../../src/core/deal/checkOff';
import { isStep, openBefore, type Obstacle } from '../../../../src/core/deal/gate';
import { judgeMove, type Answer, type Wish } from '../../../../src/core/deal/transition';
import { makeProcess, type Process, type Rule } from '../../../../src/core/process/process';
import { readProcess } from '../../../../src/core/process/processFile';
import { STAGE_IDS, type StageId } from '../../../../src/core/process/stages';
import { file, makeDeal, readGood } from '../../support/deals';
import { dataIn, move, moved, refused, TODAY } from '../../support/edits';
import { styledFile } from '../../support/frontMatters';
import { forAll } from '../../support/property';
import { sentenceOf, sentence } from '../../../../src/words/sentence';

const STAGES = {
  qualification: {
    required: ['value', 'po_number'],
    exitCriteria: [
      { id: 'budget-confirmed', text: 'We know the budget' },
      { id: 'authority-known', text: 'We know who signs' },
    ],
  },
  proposal: {
    required: ['close_date', 'value'],
    exitCriteria: [{ id: 'presented', text: 'We presented it' }],
  },
  closing: { exitCriteria: [{ id: 'signed', text: 'The order is here' }] },
};
const team = (rules: Partial<Process> = {}) => makeProcess({ ...rules, stages: STAGES });
const advance: Wish = { kind: 'advance' };
const set = (stage: StageId): Wish => ({ kind: 'set', stage });
const goOn: Answer = { despite: 'warnings' };
const force: Answer = { despite: 'rules' };

describe('what is open before a deal goes on', () => {
  const open = (text: string, to?: StageId | 'won') => {
    const { criteria, fields } = openBefore(readGood(text, team()).deal, team(), to);
    return [...criteria.map(({ id }) => id), ...fields];
  };
  const all = ['budget-confirmed', 'authority-known', 'value', 'po_number'];

  it('is what its stage wants and it does not have', () => {
    assert.deepEqual(open(file('stage: qualification')), all);
    assert.deepEqual(open(file('stage: qualification\nvalue: 5\npo_number: x\nchecks: [authority-known]')), [
      'budget-confirmed',
    ]);
    assert.deepEqual(open(file('stage: prospecting')), []);
  });

  it('is what each stage wants that is left on the way', () => {
    assert.deepEqual(open(file('stage: qualification'), 'negotiation'), [
      'budget-confirmed',
      'authority-known',
      'presented',
      'value',
      'po_number',
      'close_date',
    ]);
    assert.deepEqual(open(file('stage: proposal'), 'won'), ['presented', 'signed', 'close_date', 'value']);
  });

  it('is nothing on the way back, and nothing in a closed deal', () => {
    assert.deepEqual(open(file('stage: proposal'), 'prospecting'), []);
    assert.deepEqual(open(file('stage: proposal\nstatus: lost')), []);
    assert.deepEqual(openBefore(makeDeal({ stage: 'proposal', status: 'won' }), team()).criteria, []);
  });

  for (const [what, line] of [
    ['is not there', ''],
    ['is empty', 'po_number:'],
    ['is null', 'po_number: ~'],
    ['is an empty text', 'po_number: " "'],
    ['is an empty list', 'po_number: []'],
    ['is a list of nothing', 'po_number: [~, ""]'],
    ['is an empty group', 'po_number: {}'],
  ] as const) {
    it(`is a field that ${what}`, () =>
      assert.deepEqual(
        readGood(file(`stage: proposal\nvalue: 5\nclose_date: 2026-01-01\n${line}`), team()).deal.absent,
        ['po_number'],
      ));
  }

  it('is not a field with anything in it', () => {
    for (const value of ['0', 'false', 'x', '[a]', '{a: 1}', '2026-01-01', '[~, 1]'])
      assert.deepEqual(
        readGood(file(`stage: proposal\nvalue: 0\nclose_date: 2026-01-01\npo_number: ${value}`), team()).deal
          .absent,
        [],
        value,
      );
  });

  it('is a field that makes no sense: to the deal that is nothing', () => {
    assert.deepEqual(
      readGood(file('stage: proposal\nvalue: lots\nclose_date: soon\npo_number: soon'), team()).deal.absent,
      ['value', 'close_date'],
    );
  });
});

describe('a gate', () => {
  const text = file('title: Acme\nstage: qualification\nvalue: 5');

  it('warns by default: the move waits for an answer that says all that is open', () => {
    const transition = move(text, advance, team());
    assert.ok('obstacles' in transition);
    assert.deepEqual(transition.obstacles.map(nameOf), ['budget-confirmed', 'authority-known', 'po_number']);
    assert.equal(transition.problem.code, 'needs-answer');
    assert.equal(
      sentenceOf(transition.problem),
      'Acme wasn’t moved to Needs analysis: “We know the budget” and “We know who signs” aren’t met, and “po_number” is empty.',
    );
  });

  it('lets a move through in spite of a warning, and the history says what was open', () => {
    const { text: after, warnings } = moved(text, advance, team(), undefined, goOn);
    assert.deepEqual(dataIn(after)['history'], [
      {
        on: TODAY,
        stage: 'needs-analysis',
        from: 'qualification',
        skipped: ['budget-confirmed', 'authority-known', 'po_number'],
      },
    ]);
    assert.match(after, /skipped: \[budget-confirmed, authority-known, po_number\]\}$/m);
    assert.match(
      warnings.map(sentence).join(),
      /Acme moved to Needs analysis, although “We know the budget”/,
    );
    assert.deepEqual(readGood(after, team()).problems, []);
  });

  it('blocks where the team wants it, whatever the answer but force, which is recorded', () => {
    const strict = team({ unmetCriteria: 'block', missingFields: 'allow' });
    for (const answer of [{}, goOn]) {
      const problem = refused(text, advance, strict, answer);
      assert.equal(problem.code, 'not-allowed');
      assert.match(
        sentenceOf(problem),
        /^Acme can’t move to Needs analysis yet: .*sales-process\.yaml requires this first/,
      );
    }
    const { text: after } = moved(text, advance, strict, undefined, force);
    assert.deepEqual(dataIn(after)['history'], [
      {
        on: TODAY,
        from: 'qualification',
        stage: 'needs-analysis',
        skipped: ['budget-confirmed', 'authority-known'],
        override: true,
      },
    ]);
  });

  it('tells of what blocks before what is only warned of', () => {
    const message = sentenceOf(refused(text, advance, team({ missingFields: 'block' })));
    assert.match(message, /“po_number” is empty/);
    assert.doesNotMatch(message, /budget/);
  });

  it('is open where the team allows all, or has nothing open', () => {
    for (const [before, process] of [
      [text, team({ unmetCriteria: 'allow', missingFields: 'allow' })],
      [
        file('stage: qualification\nvalue: 5\npo_number: 1\nchecks: [budget-confirmed, authority-known]'),
        team(),
      ],
    ] as const) {
      const { text: after, warnings } = moved(before, advance, process);
      assert.deepEqual(warnings, []);
      assert.deepEqual(dataIn(after)['history'], [
        { on: TODAY, stage: 'needs-analysis', from: 'qualification' },
      ]);
    }
  });

  it('is not walked round by leaving out its stage', () => {
    const before = file('title: Acme\nstage: prospecting\nvalue: 5');
    assert.match(sentenceOf(refused(before, set('needs-analysis'), team())), /budget/);
    assert.equal(move(before, set('qualification'), team()).ok, true);
  });

  it('is before winning, too, and before nothing else', () => {
    const before = file('title: Acme\nstage: closing\nvalue: 5');
    assert.match(
      sentenceOf(refused(before, { kind: 'win' }, team())),
      /^Acme wasn’t marked won: “The order is here” isn’t met\.$/,
    );
    assert.deepEqual(dataIn(moved(before, { kind: 'win' }, team(), undefined, goOn).text)['history'], [
      { on: TODAY, status: 'won', skipped: ['signed'] },
    ]);
    for (const wish of [{ kind: 'stop', reason: 'price' }, { kind: 'back' }] as const)
      assert.deepEqual(moved(before, wish, team()).warnings, []);
    moved(file('stage: closing\nstatus: won'), { kind: 'reopen' }, team());
  });

  it('names no more than a message can hold', () => {
    const many = Array.from({ length: 40 }, (_, k) => ({
      id: `c${k}`,
      text: `Criterion ${k} ${'x'.repeat(300)}`,
    }));
    const process = makeProcess({ stages: { closing: { exitCriteria: many } } });
    const message = sentenceOf(refused(file('stage: closing'), { kind: 'win' }, process));
    assert.ok(message.length < 400, message);
    assert.match(message, /40 criteria aren’t met \(.* and 37 more\)/);
  });

  it('keeps no record where the team wants no history', () => {
    const { text: after } = moved(text, advance, team({ writesHistory: false }), undefined, goOn);
    assert.equal(after, text.replace('qualification', 'needs-analysis'));
  });

  it('records in the style of the history, in lines and in quotes', () => {
    const lines = file('stage: closing\nhistory:\n  - on: 2026-01-01\n    stage: closing');
    assert.match(
      moved(lines, { kind: 'win' }, team(), undefined, goOn).text,
      /\n {4}status: won\n {4}skipped: \[signed\]\n---/,
    );
    const json = '---\n{"stage": "closing", "history": [{"on": "2026-01-01", "stage": "closing"}]}\n---\n';
    assert.deepEqual(dataIn(moved(json, { kind: 'win' }, team(), undefined, goOn).text)['history'], [
      { on: '2026-01-01', stage: 'closing' },
      { on: TODAY, status: 'won', skipped: ['signed'] },
    ]);
  });
});

describe('filling in what is open', () => {
  const text = file(
    'title: Acme\nstage: qualification\nvalue: 5',
    '# Qualification\n- [ ] We know the budget\n',
  );
  const fill: Answer['fill'] = (opened, now) => ({
    ...checkOff(
      opened,
      now,
      team(),
      new Map([
        ['budget-confirmed', true],
        ['authority-known', true],
      ]),
    ),
    frontMatter: { set: { po_number: '0042' }, texts: { checks: ['authority-known'] } },
  });

  it('is one change with the move', () => {
    const { text: after, warnings } = moved(
      text,
      advance,
      team({ unmetCriteria: 'block', missingFields: 'block' }),
      undefined,
      { fill },
    );
    assert.deepEqual(warnings, []);
    assert.equal(
      after,
      `---\ntitle: Acme\nstage: needs-analysis\nvalue: 5\nchecks:\n  - authority-known\npo_number: '0042'\nhistory:\n  - {on: ${TODAY}, stage: needs-analysis, from: qualification}\n---\n# Qualification\n- [x] We know the budget\n`,
    );
  });

  it('is not done where something is still open', () => {
    const half: Answer['fill'] = () => ({ frontMatter: { set: { po_number: 'x' } } });
    assert.match(sentenceOf(refused(text, advance, team(), { fill: half })), /aren’t met\.$/);
    assert.match(
      moved(text, advance, team(), undefined, { fill: half, ...goOn }).text,
      /skipped: \[budget-confirmed, authority-known\]\}$/m,
    );
  });

  it('does not come in the way of what the move writes', () => {
    const odd: Answer['fill'] = () => ({
      frontMatter: { set: { stage: 'closing', owner: 'dana' }, append: { history: 'x' } },
    });
    const after = moved(file('stage: prospecting'), advance, team(), undefined, { fill: odd }).text;
    assert.equal(
      after,
      file(
        `owner: dana\nstage: qualification\nhistory:\n  - {on: ${TODAY}, stage: qualification, from: prospecting}`,
      ),
    );
  });
});

describe('any move by any way', () => {
  const rule = fc.constantFrom<Rule>('allow', 'warn', 'block');
  const rules = fc.record({ skip: rule, back: rule, unmetCriteria: rule, missingFields: rule });
  const ids = STAGE_IDS.map(id => `c-${id}`);
  const stages = Object.fromEntries(
    STAGE_IDS.map(id => [
      id,
      { required: [`f_${id.replace('-', '_')}`], exitCriteria: [{ id: `c-${id}`, text: `Left ${id}` }] },
    ]),
  );
  const wish: fc.Arbitrary<Wish> = fc.oneof(
    fc.constantFrom<Wish>(
      advance,
      { kind: 'back' },
      { kind: 'win' },
      { kind: 'stop', reason: 'price' },
      { kind: 'reopen' },
    ),
    fc.constantFrom(...STAGE_IDS).map(set),
  );

  it('gets the verdict that its rules give, is read again with its record, and changes nothing else', () => {
    forAll(
      fc.tuple(styledFile, rules, wish, fc.subarray(ids), fc.constantFrom<Answer>({}, goOn, force)),
      ([{ text }, own, wanted, ticked, answer]) => {
        const process = makeProcess({ ...own, stages });
        // A list of checks that the file does not have: in its notes.
        const before = `${text}\n\n${ticked.map(id => `# ${id.slice(2)}\n- [x] ${id}\n`).join('\n')}`;
        const { deal } = readGood(before, process);
        const judged = judgeMove(deal, wanted, process);
        const transition = move(before, wanted, process, undefined, answer);
        if (!judged.ok) {
          assert.deepEqual(transition, judged);
          return;
        }
        const { obstacles } = judged;
        const isBlocked = obstacles.some(one => one.rule === 'block');
        const passes = obstacles.length === 0 || answer === force || (answer === goOn && !isBlocked);
        assert.equal(transition.ok, passes, JSON.stringify(transition));
        if (!transition.ok) {
          assert.deepEqual('obstacles' in transition && transition.obstacles, obstacles);
          assert.equal(transition.problem.code, isBlocked ? 'not-allowed' : 'needs-answer');
          return;
        }
        const after = moved(before, wanted, process, undefined, answer).text;
        const last = (dataIn(after)['history'] as { skipped?: string[]; override?: boolean }[]).at(-1)!;
        const open = obstacles.flatMap(one =>
          one.kind === 'criterion' || one.kind === 'field' ? nameOf(one) : [],
        );
        assert.deepEqual(last.skipped ?? [], open);
        assert.equal(
          last.override ?? false,
          obstacles.some(one => isStep(one) || one.rule === 'block'),
        );
        const now = readGood(after, process);
        assert.deepEqual([now.deal.stage, now.deal.status], [transition.to.stage, transition.to.status]);
        assert.equal(
          now.problems.some(({ code }) => code === 'invalid-history'),
          readGood(before, process).problems.some(({ code }) => code === 'invalid-history'),
        );
        const rest = (of: string) => ({
          ...dataIn(of),
          stage: 0,
          status: 0,
          history: 0,
          closed_on: 0,
          lost_reason: 0,
          lost_note: 0,
        });
        assert.deepEqual(rest(after), rest(before));
        assert.ok(after.endsWith(before.slice(text.length)));
      },
      150,
    );
  });

  it('several steps at once need what the single steps need', () => {
    const process = makeProcess({ stages });
    forAll(
      fc.tuple(fc.constantFrom(...STAGE_IDS), fc.constantFrom(...STAGE_IDS), fc.subarray(ids)),
      ([from, to, checks]) => {
        const open = (stage: StageId, until?: StageId) =>
          openBefore(makeDeal({ stage, checks }), process, until).criteria.map(({ id }) => id);
        const left = STAGE_IDS.slice(STAGE_IDS.indexOf(from), STAGE_IDS.indexOf(to));
        assert.deepEqual(
          open(from, to),
          left.flatMap(stage => open(stage)),
        );
      },
    );
  });
});

describe('a process file with gates', () => {
  it('works as it is written', () => {
    const { process, problems } = readProcess(
      'missing_fields: block\nstages:\n  proposal:\n    required: close_date, po_number\n',
    );
    assert.deepEqual(problems, []);
    assert.match(
      sentenceOf(refused(file('stage: proposal'), advance, process)),
      /“close_date” and “po_number” are empty/,
    );
  });
});

function nameOf(obstacle: Obstacle): string {
  return obstacle.kind === 'criterion'
    ? obstacle.criterion.id
    : obstacle.kind === 'field'
      ? obstacle.field
      : obstacle.kind;
}

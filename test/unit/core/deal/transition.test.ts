import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutFrontMatter } from '../../../../src/core/frontMatter/cut';
import type { Answer, Wish } from '../../../../src/core/deal/transition';
import { DEFAULT_PROCESS, makeProcess, stageOf } from '../../../../src/core/process/process';
import { STAGE_IDS, type StageId } from '../../../../src/core/process/stages';
import { date, file, readGood } from '../../support/deals';
import { dataIn, move, moved, refused, TODAY } from '../../support/edits';
import { styledFile, type StyledFile } from '../../support/frontMatters';
import { forAll } from '../../support/property';
import { sentenceOf, sentence } from '../../../../src/words/sentence';

const set = (stage: StageId): Wish => ({ kind: 'set', stage });
const stop = (reason: string, note?: string): Wish => ({ kind: 'stop', reason, note });
const advance: Wish = { kind: 'advance' };
const back: Wish = { kind: 'back' };
const win: Wish = { kind: 'win' };
const reopen: Wish = { kind: 'reopen' };
const goOn: Answer = { despite: 'warnings' };

describe('a stage move', () => {
  it('changes one line and adds one', () => {
    const before = file(
      'title: Acme\nstage: Proposal # since May\nhistory:\n  - {on: 2026-09-01, stage: Lead generation}',
    );
    const { text, title, from, to, warnings } = moved(before, advance);
    assert.equal(
      text,
      file(
        'title: Acme\nstage: Objections and negotiations # since May\nhistory:\n  - {on: 2026-09-01, stage: Lead generation}\n' +
          `  - {on: ${TODAY}, stage: Objections and negotiations, from: Proposal}`,
      ),
    );
    assert.deepEqual(
      { title, from, to, warnings },
      {
        title: 'Acme',
        from: { stage: 'proposal', status: 'open' },
        to: { stage: 'negotiation', status: 'open' },
        warnings: [],
      },
    );
  });

  it('names the stage in the history as the history does, and in the stage as the stage does', () => {
    const { text } = moved(
      file('stage: PROPOSAL\nhistory:\n  - {on: 2026-09-01, stage: "Needs_Analysis"}'),
      back,
    );
    assert.equal(
      text,
      file(
        `stage: NEEDS ANALYSIS\nhistory:\n  - {on: 2026-09-01, stage: "Needs_Analysis"}\n  - {on: ${TODAY}, stage: "Needs_Analysis", from: "Proposal"}`,
      ),
    );
  });

  it('is not dated before the last line of the history, which a colleague further east may have written', () => {
    const { text, warnings } = moved(
      file('stage: proposal\nhistory:\n  - {on: 2026-11-21, stage: proposal}'),
      advance,
    );
    assert.match(text, /- \{on: 2026-11-21, stage: negotiation\}/);
    assert.match(warnings.map(sentence).join(), /2026-11-21/);
  });

  for (const [what, last, when] of [
    ['on the day of the last one', String(TODAY), undefined],
    [
      'on a day that was chosen, and is that of the last one',
      '2026-03-01',
      { today: TODAY, chosen: date('2026-03-01') },
    ],
    ['on a day after the last one', '2026-11-19', undefined],
  ] as const) {
    it(`${what} has nothing to warn of`, () => {
      const text = file(`stage: proposal\nhistory:\n  - {on: ${last}, stage: proposal}`);
      assert.deepEqual(moved(text, advance, undefined, when).warnings, []);
    });
  }

  it('names the stage as the history does last, whatever it has used before', () => {
    const lines = ['stage: Lead generation', 'stage: prospecting', 'stage: qualification'];
    const added = (some: readonly string[]) => {
      const history = some.map((line, at) => `  - {on: 2026-0${at + 1}-01, ${line}}\n`).join('');
      return moved(file(`stage: proposal\nhistory:\n${history}`), advance)
        .text.match(/- \{.*\}/g)!
        .at(-1);
    };
    assert.equal(added(lines), `- {on: ${TODAY}, stage: negotiation, from: proposal}`);
    assert.equal(
      added(lines.toReversed()),
      `- {on: ${TODAY}, stage: Objections and negotiations, from: Proposal}`,
    );
    // A line of another kind names none.
    assert.equal(added([...lines, 'status: open']), `- {on: ${TODAY}, stage: negotiation, from: proposal}`);
  });

  it('adds no history where the team wants none', () => {
    const { text } = moved(file('stage: proposal'), advance, makeProcess({ writesHistory: false }));
    assert.equal(text, file('stage: negotiation'));
  });

  it('goes to the next stage and to the one before', () => {
    for (const [index, stage] of STAGE_IDS.entries()) {
      if (index < 6) assert.equal(moved(file(`stage: ${stage}`), advance).to.stage, STAGE_IDS[index + 1]);
      if (index > 0) assert.equal(moved(file(`stage: ${stage}`), back).to.stage, STAGE_IDS[index - 1]);
    }
  });

  it('beyond the ends is refused, at the last stage with the way out', () => {
    assert.match(
      sentenceOf(refused(file('title: Acme\nstage: closing'), advance)),
      /Acme is in the last stage\. Mark it won/,
    );
    assert.match(sentenceOf(refused(file('title: Acme\nstage: lead'), back)), /Acme is in the first stage/);
  });

  it('to the stage where the deal is already is refused', () => {
    assert.match(sentenceOf(refused(file('stage: Proposal'), set('proposal'))), /is already in Proposal/);
  });

  it('of a file that is no deal is refused', () => {
    assert.match(sentenceOf(refused('# A note\n', advance)), /isn’t a deal: its front matter has no “stage”/);
    assert.equal(refused(file('stage: nowhere'), advance).code, 'unknown-stage');
    assert.equal(refused(file('stage: a: b'), win).code, 'unquoted-colon');
    assert.equal(refused('---js\nstage: closing\n---\n', win).code, 'foreign-front-matter');
  });

  it('of a deal whose history is none is refused', () => {
    assert.match(
      sentenceOf(refused(file('stage: proposal\nhistory: long'), advance)),
      /“history” is not a list/,
    );
  });
});

describe('a deal that is reopened', () => {
  const reopened = (lines: string, day = '2026-05-02') =>
    moved(file(`stage: closing\n${lines}`), reopen, DEFAULT_PROCESS, { today: TODAY, chosen: date(day) })
      .text;

  it('keeps in its history how and when it ended, where only its fields said so', () => {
    assert.equal(
      reopened('status: won\nclosed_on: 2026-03-01'),
      file(
        'stage: closing\nstatus: open\nhistory:\n  - {on: 2026-03-01, status: won}\n  - {on: 2026-05-02, status: open}',
      ),
    );
    assert.equal(
      reopened(
        'status: lost\nlost_reason: price\nclosed_on: 2026-03-01\nhistory:\n  - {on: 2026-01-05, stage: closing}',
      ),
      file(
        'stage: closing\nstatus: open\nhistory:\n  - {on: 2026-01-05, stage: closing}\n  - {on: 2026-03-01, status: lost, reason: price}\n  - {on: 2026-05-02, status: open}',
      ),
    );
  });

  it('in a stage that nobody knows needs one, and goes on from there', () => {
    const text = file('stage: unknown\nstatus: lost\nclosed_on: 2026-03-01\nlost_reason: price');
    const when = { today: TODAY, chosen: date('2026-05-02') };
    assert.match(sentenceOf(refused(text, reopen, DEFAULT_PROCESS)), /which stage/);
    for (const stage of ['lead-generation', 'proposal'] as const) {
      const { text: after, from, to } = moved(text, { kind: 'reopen', stage }, DEFAULT_PROCESS, when);
      assert.equal(
        after,
        file(
          `stage: ${stage}\nstatus: open\nhistory:\n  - {on: 2026-03-01, status: lost, reason: price}\n  - {on: 2026-05-02, status: open}\n  - {on: 2026-05-02, stage: ${stage}}`,
        ),
      );
      assert.deepEqual([from.stageNotKnown, to], [true, { stage, status: 'open' }]);
    }
  });

  it('in a stage that is known stays there, whatever else is named', () => {
    const text = file('stage: proposal\nstatus: won');
    assert.match(
      sentenceOf(refused(text, { kind: 'reopen', stage: 'closing' }, DEFAULT_PROCESS)),
      /then move it/,
    );
    assert.equal(
      moved(text, { kind: 'reopen', stage: 'proposal' }, DEFAULT_PROCESS).text,
      moved(text, reopen, DEFAULT_PROCESS).text,
    );
  });

  it('gets no second line of its end, and none on a day that is not known or would not fit', () => {
    const open = '  - {on: 2026-05-02, status: open}';
    for (const [fields, history] of [
      ['closed_on: 2026-03-01\n', '  - {on: 2026-03-01, status: won}\n'],
      ['', '  - {on: 2026-01-05, stage: closing}\n'],
      ['closed_on: 2026-03-01\n', '  - {on: 2026-04-05, stage: closing}\n'],
      ['closed_on: 2062-05-03\n', '  - {on: 2026-01-05, stage: closing}\n'],
    ]) {
      const text = reopened(`status: won\n${fields}history:\n${history!.trimEnd()}`);
      assert.equal(text, file(`stage: closing\nstatus: open\nhistory:\n${history}${open}`));
    }
  });
});

const WOULD: Readonly<Record<string, string>> = { skips: 'skip', moves: 'move', was: 'be' };

describe('the team’s rules', () => {
  const proposal = file('title: Acme\nstage: proposal');
  for (const [rule, wish, what] of [
    ['skip', set('closing'), 'skips a stage, from Proposal to Closing'],
    ['back', set('prospecting'), 'moves back, from Proposal to Prospecting'],
    ['back', back, 'moves back, from Proposal to Needs analysis'],
    ['winEarly', win, 'was won in Proposal, before Closing'],
  ] as const) {
    it(`allow, warn of or block: ${rule}, ${wish.kind}`, () => {
      assert.deepEqual(moved(proposal, wish, makeProcess({ [rule]: 'allow' })).warnings, []);
      const { warnings, text } = moved(proposal, wish, makeProcess({ [rule]: 'warn' }), undefined, goOn);
      assert.equal(warnings.length, 1);
      assert.equal(sentence(warnings[0]!), `Acme ${what}.`);
      assert.match(text, /, override: true\}$/m);
      assert.equal(refused(proposal, wish, makeProcess({ [rule]: 'warn' })).code, 'needs-answer');
      const problem = refused(proposal, wish, makeProcess({ [rule]: 'block' }));
      const would = what.replace(/^\w+/, word => WOULD[word]!);
      const instead = rule === 'back' ? '' : ' Move it to Objections and negotiations first.';
      assert.equal(
        sentenceOf(problem),
        `Acme wasn’t moved: it would ${would}. Your team’s sales-process.yaml doesn’t allow it.${instead}`,
      );
    });
  }

  it('that nothing can change are told alone, whatever else is open', () => {
    const stages = { proposal: { required: ['value'], exitCriteria: [{ id: 'a', text: 'A is known' }] } };
    const strict = makeProcess({ skip: 'block', winEarly: 'block', unmetCriteria: 'block', stages });
    for (const wish of [set('closing'), win]) {
      const says = sentenceOf(refused(proposal, wish, strict));
      assert.match(says, /doesn’t allow it\. Move it to Objections and negotiations first\.$/);
      assert.doesNotMatch(says, /A is known|value/);
    }
    assert.match(sentenceOf(refused(proposal, advance, strict)), /A is known/);
  });

  it('let a deal be won from the last stage, and lost from any', () => {
    const strict = makeProcess({ winEarly: 'block' });
    assert.deepEqual(moved(file('stage: closing'), win, strict).warnings, []);
    assert.deepEqual(moved(proposal, stop('price'), strict).warnings, []);
    moved(proposal, win);
  });

  it('do not touch a step ahead, nor a deal that is won, stopped or reopened', () => {
    const strict = makeProcess({ skip: 'block', back: 'block' });
    for (const wish of [advance, set('negotiation'), win, stop('price')]) {
      assert.deepEqual(moved(proposal, wish, strict).warnings, []);
    }
    moved(file('stage: proposal\nstatus: lost'), reopen, strict);
  });

  it('speak in the team’s words', () => {
    const process = makeProcess({ back: 'block', stages: { prospecting: { label: 'Anbahnung' } } });
    assert.match(sentenceOf(refused(proposal, set('prospecting'), process)), /from Proposal to Anbahnung/);
  });
});

describe('a closed deal', () => {
  for (const status of ['won', 'lost']) {
    for (const wish of [advance, back, set('lead-generation'), win, stop('price')]) {
      it(`that is ${status} is not changed by “${wish.kind}” before it is reopened`, () => {
        assert.match(
          sentenceOf(refused(file(`title: Acme\nstage: proposal\nstatus: ${status}`), wish)),
          new RegExp(`Acme is ${status}\\. Reopen it first`),
        );
      });
    }
  }

  it('is not what an open deal can be made again', () => {
    assert.match(sentenceOf(refused(file('title: Acme\nstage: proposal'), reopen)), /Acme is already open/);
  });
});

describe('an outcome', () => {
  it('won: the status, the day and the history', () => {
    const { text, from, to } = moved(file('stage: closing\nstatus: open\nvalue: 5\nhistory: []'), win);
    assert.deepEqual(dataIn(text), {
      stage: 'closing',
      status: 'won',
      value: 5,
      closed_on: TODAY,
      history: [{ on: TODAY, status: 'won' }],
    });
    assert.deepEqual(
      [from, to],
      [
        { stage: 'closing', status: 'open' },
        { stage: 'closing', status: 'won' },
      ],
    );
  });

  it('lost: the reason and the note as well', () => {
    const { text } = moved(file('stage: proposal'), stop(' price ', ' They will \n be back. '));
    assert.equal(
      text,
      file(
        `stage: proposal\nstatus: lost\nlost_reason: price\nlost_note: "They will \\n be back."\nclosed_on: ${TODAY}\nhistory:\n` +
          `  - {on: ${TODAY}, status: lost, reason: price}`,
      ),
    );
  });

  it('lost without a note adds none', () => {
    for (const note of [undefined, '', '  ']) {
      assert.equal('lost_note' in dataIn(moved(file('stage: proposal'), stop('price', note)).text), false);
    }
  });

  it('lost for no reason is refused', () => {
    for (const reason of ['', ' \n'])
      assert.match(sentenceOf(refused(file('stage: proposal'), stop(reason))), /Say why/);
  });

  it('taken back clears the reason, the note and the day, and keeps the history', () => {
    const lost = moved(file('title: Acme\nstage: proposal\nvalue: 5'), stop('price', 'a\nb')).text;
    const open = moved(lost, reopen).text;
    assert.deepEqual(dataIn(open), {
      title: 'Acme',
      stage: 'proposal',
      status: 'open',
      value: 5,
      history: [
        { on: TODAY, status: 'lost', reason: 'price' },
        { on: TODAY, status: 'open' },
      ],
    });
    assert.equal(dataIn(moved(open, win).text)['status'], 'won');
  });

  it('takes any reason and note as they are', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
      fc.constantFrom(
        'no',
        '012',
        '12:30',
        'a: b',
        '# x',
        '"',
        "'",
        '👩‍💻',
        'a\nb',
        '\u0000',
        '@x',
        '%x',
        '- a',
        '---',
      ),
    );
    const some = words.filter(text => text.trim() !== '');
    forAll(
      fc.tuple(some, some, styledFile),
      ([reason, note, { text }]) => {
        const after = moved(text, stop(reason, note)).text;
        const data = dataIn(after);
        assert.deepEqual([data['lost_reason'], data['lost_note']], [reason.trim(), note.trim()]);
        assert.equal((data['history'] as { reason: string }[]).at(-1)!.reason, reason.trim());
      },
      50,
    );
  });
});

describe('on files in every style', () => {
  const withStage = fc
    .tuple(styledFile, fc.constantFrom(...STAGE_IDS))
    .filter(([one, to]) => one.stage !== to);

  it('a stage move changes the line of the stage, adds the entry, and nothing else', () => {
    forAll(
      withStage,
      ([before, to]) => {
        const { text } = moved(before.text, set(to));
        assert.deepEqual(lineChanges(before, text), expectedChanges(before));
        assert.equal(readGood(text).deal.stage, to);
        assert.equal(bodyOf(text), bodyOf(before.text));
      },
      100,
    );
  });

  it('the data after a move is the data before it, with the stage and one more entry', () => {
    forAll(
      withStage,
      ([before, to]) => {
        const { text } = moved(before.text, set(to));
        const data = dataIn(before.text);
        const after = dataIn(text);
        const { stage, history } = after as {
          stage: string;
          history: { on: string; stage: string; from: string }[];
        };
        assert.deepEqual({ ...after, stage: 0, history: 0 }, { ...data, stage: 0, history: 0 });
        assert.deepEqual(history.slice(0, -1), data['history'] ?? []);
        const last = history.at(-1)!;
        const saysWhence = before.lastStage !== before.stage;
        assert.deepEqual(Object.keys(last).sort(), [...(saysWhence ? ['from'] : []), 'on', 'stage']);
        if (saysWhence) assert.equal(readGood(file(`stage: ${last.from}`)).deal.stage, before.stage);
        assert.equal(last.on, TODAY);
        for (const name of [stage, last.stage]) assert.equal(readGood(file(`stage: ${name}`)).deal.stage, to);
      },
      100,
    );
  });

  it('a stage that is written as its id or label is so again when it is taken back', () => {
    const usual = styledFile.filter(({ text, stage }) => {
      const written = dataIn(text)['stage'];
      return stage !== 'closing' && (written === stage || written === stageOf(DEFAULT_PROCESS, stage).label);
    });
    forAll(
      usual,
      ({ text }) => {
        assert.equal(dataIn(moved(moved(text, advance).text, back).text)['stage'], dataIn(text)['stage']);
      },
      50,
    );
  });

  it('won or lost and reopened again, all but the status and the history is as it was', () => {
    forAll(
      fc.tuple(styledFile, fc.constantFrom(win, stop('price', 'a: b'))),
      ([before, close]) => {
        const closed = moved(before.text, close).text;
        const { text } = moved(closed, reopen);
        const rest = (of: string) => ({ ...dataIn(of), status: 0, history: 0 });
        assert.deepEqual(rest(text), rest(before.text));
        assert.equal(readGood(text).deal.status, 'open');
        assert.equal(bodyOf(text), bodyOf(before.text));
      },
      50,
    );
  });

  it('any wish on any text is granted or refused, and never fails', () => {
    const wish = fc.constantFrom(advance, back, set('closing'), win, stop('no: 1'), reopen);
    const damaged = fc
      .tuple(styledFile, fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }), fc.nat(20))
      .map(([{ text }, at, put, cut]) => {
        const start = at % text.length;
        return text.slice(0, start) + put + text.slice(start + cut);
      });
    forAll(
      fc.tuple(damaged, wish),
      ([text, wanted]) => {
        const transition = move(text, wanted);
        if (!transition.ok) {
          assert.ok(sentenceOf(transition.problem).length > 10);
          return;
        }
        const after = moved(text, wanted).text;
        assert.equal(bodyOf(after), bodyOf(text));
        assert.deepEqual(readGood(after).deal.stage, transition.to.stage);
        assert.deepEqual(readGood(after).deal.status, transition.to.status);
      },
      100,
    );
  });
});

function bodyOf(text: string): string {
  const cut = cutFrontMatter(text);
  assert.ok(cut.kind === 'found');
  return text.slice(cut.frontMatter.bodyStart);
}

/** How many lines of a file are other than before, and how many are new; those that are left must be in order. */
function lineChanges(before: StyledFile, after: string): { changed: string[]; added: number } {
  const old = before.text.split('\n');
  const now = after.split('\n');
  const changed: string[] = [];
  let added = 0;
  let at = 0;
  for (const line of now) {
    if (line === old[at]) {
      at++;
    } else if (at === before.stageLine && !/^\s*-|^\s+/.test(line)) {
      changed.push('stage');
      at++;
    } else if (/^history:/.test(old[at] ?? '') && /^history:/.test(line)) {
      changed.push('history');
      at++;
    } else {
      added++;
    }
  }
  assert.equal(at, old.length, 'a line is gone');
  return { changed: changed.sort(), added };
}

function expectedChanges({ text, stage, history, entryLines, lastStage }: StyledFile): {
  changed: string[];
  added: number;
} {
  if (history === 'missing') return { changed: ['stage'], added: 2 };
  // Where an entry has a line for each key, the stage that was left takes one, too.
  const more = entryLines > 1 && lastStage !== stage ? 1 : 0;
  if (history === 'block') return { changed: ['stage'], added: entryLines + more };
  if (history === 'inline') return { changed: ['history', 'stage'], added: 0 };
  const hasToken = /^history: *(\[|~|null)/m.test(text);
  return { changed: hasToken ? ['history', 'stage'] : ['stage'], added: 1 };
}

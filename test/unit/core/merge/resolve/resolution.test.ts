import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { isDeal } from '../../../../../src/core/deal/entry';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { conflictsIn } from '../../../../../src/core/frontMatter/conflict';
import { parseFrontMatter } from '../../../../../src/core/frontMatter/parse';
import { mergeDeal } from '../../../../../src/core/merge/mergeDeal';
import {
  answered,
  leftOpen,
  resolutionBetween,
  resolutionOf,
  type MergeAnswer,
} from '../../../../../src/core/merge/resolve/resolution';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import { temporaryFolder } from '../../../cli/support/folder';
import { assertEnough, forAll } from '../../../support/property';
import { after, BASE, change, style, write } from '../support/dealModel';

const changes = fc.array(change, { minLength: 1, maxLength: 5 });
const twoSides = fc.record({ mine: changes, others: changes, how: style }).map(({ mine, others, how }) => ({
  base: write(BASE, how),
  ours: write(after(mine, how), how),
  theirs: write(after(others, how), how),
}));
type TwoSides = typeof twoSides extends fc.Arbitrary<infer T> ? T : never;

const dataOf = (text: string) => {
  const parsed = parseFrontMatter(text);
  assert.ok(parsed.kind === 'found', text);
  return parsed.data;
};

describe('resolving a conflict', () => {
  const folder = temporaryFolder();
  /** What plain git leaves in the file. */
  const asGitLeaves = ({ base, ours, theirs }: TwoSides): string => {
    const [a, o, b] = [folder.write('a', ours), folder.write('o', base), folder.write('b', theirs)];
    const labels = ['-L', 'HEAD', '-L', 'base', '-L', 'quotes'];
    try {
      return execFileSync('git', ['merge-file', '-p', '-q', ...labels, a, o, b], { encoding: 'utf8' });
    } catch (cause) {
      return (cause as { stdout: string }).stdout;
    }
  };

  it('asks only what both have changed differently, also where plain git has left more', () => {
    let needless = 0;
    forAll(
      twoSides,
      texts => {
        const left = asGitLeaves(texts);
        const merged = mergeDeal(texts);
        assert.ok(merged.kind === 'merged');
        const resolution = resolutionOf(left, texts);
        if (!conflictsIn(left).length) return;
        assert.ok(resolution, left);
        if (!merged.conflicts.length) {
          needless++;
          assert.deepEqual(resolution.questions, [], resolution.text);
          assert.deepEqual(dataOf(resolution.text), dataOf(merged.text));
        } else assert.ok(resolution.questions.length <= merged.conflicts.length);
      },
      150,
    );
    assertEnough(needless, 3);
  });

  it('keeps an outcome of one side, also where git has given half of it to both', () => {
    const deal = (stage: string, outcome: string, moves: readonly string[]) =>
      `---\nstage: ${stage}\n${outcome}history:\n  - {on: 2026-01-05, stage: qualification}\n${moves.map(move => `  - {${move}}\n`).join('')}---\n`;
    const open = 'status: open\nvalue: 100\n';
    const won = 'status: won\nvalue: 100\nclosed_on: 2026-01-10\n';
    const texts = {
      base: deal('qualification', open, []),
      ours: deal('proposal', open, ['on: 2026-01-11, stage: proposal']),
      theirs: deal('proposal', won, ['on: 2026-01-10, status: won', 'on: 2026-01-10, stage: proposal']),
    };
    const left = asGitLeaves(texts);
    assert.match(left, /^closed_on: 2026-01-10\nhistory/m, 'git gives the day to both');
    const resolution = resolutionOf(left, texts)!;
    assert.deepEqual(resolution.questions, []);
    assert.equal(dataOf(resolution.text)['status'], 'won');
  });

  it('leaves a deal that reads, whatever is answered, with no marker left, and the values of the side that was taken', () => {
    let asked = 0;
    forAll(
      fc.record({
        texts: twoSides,
        picks: fc.array(fc.constantFrom<MergeAnswer>('ours', 'theirs', 'both'), {
          minLength: 9,
          maxLength: 9,
        }),
      }),
      ({ texts, picks }) => {
        const merged = mergeDeal(texts);
        assert.ok(merged.kind === 'merged');
        if (!merged.conflicts.length) return;
        asked++;
        const resolution = resolutionOf(merged.text, texts)!;
        const answers = resolution.questions.map(({ mayKeepBoth }, at) => {
          const pick = picks[at % picks.length]!;
          return pick === 'both' && !mayKeepBoth ? 'ours' : pick;
        });
        const text = answered(resolution, answers);
        assert.doesNotMatch(text, /^(?:<{7}|>{7}|={7}$)/m);
        assert.ok(isDeal(readDeal('a.md', text, DEFAULT_PROCESS)), text);
        const data = dataOf(text);
        for (const [at, { about, keys }] of resolution.questions.entries()) {
          const answer = answers[at]!;
          if (about !== 'fields' || answer === 'both') continue;
          for (const key of keys.filter(one => one !== 'history'))
            assert.deepEqual(data[key], dataOf(texts[answer])[key], `${key}\n${text}`);
        }
      },
      500,
    );
    assertEnough(asked, 60);
  });

  it('is one question of where the deal stands, with the moves that lead there', () => {
    const base = write(BASE, { isFlow: true, isNewestLast: true, comments: false });
    const moved = (stage: string) =>
      base
        .replace('stage: qualification', `stage: ${stage}`)
        .replace(/(history:\n(?: {2}- .*\n)*)/, `$1  - { on: 2026-03-01, stage: ${stage} }\n`);
    const texts = { base, ours: moved('closing'), theirs: moved('proposal') };
    const resolution = resolutionOf(asGitLeaves(texts), texts)!;
    assert.deepEqual(
      resolution.questions.map(({ keys }) => keys),
      [['stage', 'history']],
    );
    assert.equal(answered(resolution, ['theirs']), texts.theirs);
  });

  it('keeps what a person has done since, and leaves what isn’t answered marked', () => {
    const texts: TwoSides = {
      base: '---\nstage: proposal\nvalue: 1\nowner: dana\n---\n',
      ours: '---\nstage: proposal\nvalue: 2\nowner: dana\n---\n',
      theirs: '---\nstage: proposal\nvalue: 3\nowner: dana\n---\n',
    };
    const left = asGitLeaves(texts).replace('owner: dana', 'owner: tom');
    const resolution = resolutionOf(left, texts)!;
    assert.equal(answered(resolution, ['theirs']), texts.theirs.replace('dana', 'tom'));
    assert.equal(conflictsIn(answered(resolution, [undefined])).length, 1);
    assert.deepEqual(resolution.labels, { ours: 'HEAD', theirs: 'quotes' });
  });

  it('knows what was to be merged where a driver has left one side without a word', () => {
    const texts = {
      base: '---\nstage: proposal\nvalue: 1\n---\n',
      ours: '---\nstage: proposal\nvalue: 2\n---\n',
      theirs: '---\nstage: closing\nvalue: 1\n---\n',
    };
    const resolution = resolutionOf(texts.ours, texts);
    assert.deepEqual(resolution?.questions, []);
    assert.equal(resolution?.text, '---\nstage: closing\nvalue: 2\n---\n');
  });

  it('is none of a text in no conflict, nor of one that a person has finished', () => {
    const texts = { base: undefined, ours: '---\nstage: a\n---\n', theirs: '---\nstage: b\n---\n' };
    assert.equal(resolutionOf('---\nstage: proposal\n---\n', undefined), undefined);
    assert.equal(resolutionOf('---\nstage: proposal\n---\n', texts), undefined);
  });

  it('is none where a side is no deal', () => {
    const text = '---\n<<<<<<< HEAD\nstage: proposal\n=======\nstage: [\n>>>>>>> b\n---\n';
    assert.equal(resolutionOf(text, undefined), undefined);
  });

  const head = '---\nstage: proposal\n';
  const versions = {
    base: `${head}value: 1\n---\nOne.\n\nTwo.\n`,
    ours: `${head}value: 2\n---\nOne!\n\nTwo.\n`,
    theirs: `${head}value: 3\n---\nOne?\n\nTwo!\n`,
  };
  const names = { ours: 'main', theirs: 'quotes' };

  it('asks each question with the lines of the sides, and says which may keep both', () => {
    const { questions, text } = resolutionBetween(versions, names)!;
    assert.deepEqual(questions, [
      {
        about: 'fields',
        keys: ['value'],
        conflicts: [0],
        lines: { base: ['value: 1'], ours: ['value: 2'], theirs: ['value: 3'] },
        mayKeepBoth: false,
      },
      {
        about: 'lines',
        keys: [],
        conflicts: [1],
        lines: { base: ['One.'], ours: ['One!'], theirs: ['One?'] },
        mayKeepBoth: true,
      },
    ]);
    assert.match(text, /^<<<<<<< main: value\n(?:.*\n)*?>>>>>>> quotes: value\n/m);
    const unnamed = resolutionBetween(versions, { ours: undefined, theirs: undefined })!;
    assert.match(unnamed.text, /^<<<<<<< ours: value\n(?:.*\n)*?>>>>>>> theirs: value\n/m);
  });

  it('keeps both, one below the other', () => {
    const resolution = resolutionBetween(versions, names)!;
    assert.equal(answered(resolution, ['ours', 'both']), `${head}value: 2\n---\nOne!\nOne?\n\nTwo!\n`);
  });

  it('may keep both only where both have lines', () => {
    const log = '\n## Log\n\n- 2026-01-05 call: first talk\n';
    const [base, gone] = [`${head}---\n${log}`, `${head}---\n\n## Log\n\n`];
    const changed = base.replace('first talk', 'first long talk');
    for (const [ours, theirs] of [
      [gone, changed],
      [changed, gone],
    ] as const) {
      const { questions } = resolutionBetween({ base, ours, theirs }, names)!;
      assert.deepEqual(
        questions.map(({ about, mayKeepBoth }) => [about, mayKeepBoth]),
        [['log', false]],
      );
    }
  });

  it('leaves what is open to another program as three texts, and what is answered in all of them', () => {
    for (const end of ['\n', '\r\n']) {
      const written = (text: string) => text.replaceAll('\n', end);
      const texts = {
        base: written(versions.base),
        ours: written(versions.ours),
        theirs: written(versions.theirs),
      };
      const open = leftOpen(resolutionBetween(texts, names)!, ['theirs', undefined]);
      const with3 = (line: string) => written(`${head}value: 3\n---\n${line}\n\nTwo!\n`);
      assert.deepEqual(open, { base: with3('One.'), ours: with3('One!'), theirs: with3('One?') });
    }
  });

  it('joins all that says where the deal stands, with the lines of both sides, under a team’s own names too', () => {
    const base = '---\nphase: proposal\nowner: dana\n---\n';
    const moved = (stage: string, on: string) =>
      `---\nphase: ${stage}\nowner: dana\nhistory:\n  - {on: ${on}, stage: ${stage}}\n---\n`;
    const texts = { base, ours: moved('closing', '2026-01-07'), theirs: moved('negotiation', '2026-01-07') };
    const { questions } = resolutionBetween(texts, names, new Map([['stage', 'phase']]))!;
    assert.deepEqual(questions, [
      {
        about: 'fields',
        keys: ['phase', 'history'],
        conflicts: [0, 1],
        lines: {
          base: ['phase: proposal'],
          ours: ['phase: closing', '  - {on: 2026-01-07, stage: closing}'],
          theirs: ['phase: negotiation', '  - {on: 2026-01-07, stage: negotiation}'],
        },
        mayKeepBoth: false,
      },
    ]);
  });

  it('is none where the notes quote markers, and of a side left without a word knows the other', () => {
    const quoted = (text: string) => `${text}\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n`;
    const { base, ours, theirs } = versions;
    assert.equal(
      resolutionBetween({ base: quoted(base), ours: quoted(ours), theirs: quoted(theirs) }, names),
      undefined,
    );
    const { questions, labels } = resolutionOf(theirs, versions)!;
    assert.deepEqual([questions.length, labels], [2, { ours: undefined, theirs: undefined }]);
    const without = resolutionOf(ours, { base: undefined, ours, theirs })!;
    assert.equal(answered(without, ['theirs', 'theirs', 'theirs']), theirs);
  });

  it('has the names of branches without what our markers say behind them', () => {
    const text = `${head}<<<<<<< main: value, owner\nvalue: 2\n=======\nvalue: 3\n>>>>>>> quotes: value\n---\n`;
    assert.deepEqual(resolutionOf(text, undefined)!.labels, { ours: 'main', theirs: 'quotes' });
  });
});

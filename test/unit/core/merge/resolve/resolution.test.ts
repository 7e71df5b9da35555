import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { isDeal } from '../../../../../src/core/deal/entry';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { conflictsIn } from '../../../../../src/core/frontMatter/conflict';
import { parseFrontMatter } from '../../../../../src/core/frontMatter/parse';
import { mergeDeal } from '../../../../../src/core/merge/mergeDeal';
import { answered, resolutionOf, type MergeAnswer } from '../../../../../src/core/merge/resolve/resolution';
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
      60,
    );
    assertEnough(needless, 5);
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
      300,
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
});

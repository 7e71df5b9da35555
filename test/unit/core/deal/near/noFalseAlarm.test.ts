import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { problemsIn } from '../../../../../src/core/deal/problems/problemsIn';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import type { ProblemCode } from '../../../../../src/core/problem';
import { date } from '../../../support/deals';

/** What is told of what is only nearly right. */
const NEAR: readonly ProblemCode[] = [
  'near-key',
  'misplaced-front-matter',
  'cut-by-comment',
  'doubtful-date',
  'doubtful-value',
  'doubtful-probability',
  'several-in-one',
  'doubtful-name',
];

function near(path: string, text: string): string[] {
  const entry = readDeal(path, text, DEFAULT_PROCESS);
  const problems = problemsIn(entry, { process: DEFAULT_PROCESS, today: date('2026-11-20'), alike: [] });
  return problems
    .filter(({ code }) => NEAR.includes(code))
    .map(({ code, says }) => `${path}: ${code} ${JSON.stringify(says.args)}`);
}

/** What test/fixtures/corpus/README.md describes. */
const CORPUS = (
  JSON.parse(
    brotliDecompressSync(readFileSync('test/fixtures/corpus/frontMatter.json.br')).toString(),
  ) as readonly { files: readonly { path: string; text: string }[] }[]
).flatMap(({ files }) => files);

describe('what is only nearly ours is told without a false alarm', () => {
  it('in the files that people have published: none of them is a deal', () => {
    assert.ok(CORPUS.length > 2000);
    assert.deepEqual(
      CORPUS.flatMap(({ path, text }) => near(path, text)),
      [],
    );
  });

  it('in the same files as deals: one key is nearly ours, and all others are their own', () => {
    const told = CORPUS.flatMap(({ path, text }) =>
      near(path, text.replace(/^---\r?\n/, '$&stage: proposal\n')),
    );
    assert.deepEqual(
      told.map(one => /\{.*/.exec(one)![0]),
      ['{"key":"nextStep","meant":["next_step"]}'],
    );
  });

  for (const folder of [
    'media/sample-pipeline',
    'test/fixtures/workspace',
    'test/fixtures/worked-example',
    'test/fixtures/regions',
  ])
    it(`in ${folder}`, () => {
      const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(one =>
        one.endsWith('.md'),
      );
      assert.ok(paths.length);
      assert.deepEqual(
        paths.flatMap(path => near(path, readFileSync(join(folder, path), 'utf8'))),
        [],
      );
    });
});

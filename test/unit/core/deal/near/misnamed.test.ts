import assert from 'node:assert/strict';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import { isDealFile } from '../../../../../src/core/pipeline/paths';
import { sentenceOf } from '../../../../../src/words/sentence';

const DEAL = '---\ntitle: Acme\nstage: proposal\n---\n';
const read = (path: string, text = DEAL) => readDeal(path, text, DEFAULT_PROCESS);

describe('a deal to whose name an editor has added its own ending', () => {
  it('needs attention, and is told what to call it', () => {
    const entry = read('north/acme.md.txt');
    assert.ok(entry.kind === 'attention');
    assert.deepEqual(
      [entry.title, entry.problem.code, entry.problem.line],
      ['Acme', 'misnamed-deal-file', 1],
    );
    assert.match(sentenceOf(entry.problem), /its name ends in \.txt\. Rename it to “acme\.md”\./);
  });

  it('needs it whatever is wrong in it', () => {
    const entry = read('acme.MD.TXT', '---\nstage: propsal\n---\n');
    assert.ok(entry.kind === 'attention');
    assert.deepEqual([entry.title, entry.problem.code], ['acme', 'misnamed-deal-file']);
  });

  it('is none in a text that is no deal, or has another name', () => {
    assert.equal(read('acme.md.txt', 'Notes.\n').kind, 'note');
    for (const name of ['acme.txt', 'md.txt.doc', '_acme.md.txt', 'README.md.txt', 'acme-md.txt'])
      assert.equal(isDealFile(name), false, name);
    assert.equal(read('acme.md').kind, 'deal');
  });
});

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

  it('is told of every other ending that Markdown has, the case of letters and one of an editor aside', () => {
    for (const [name, to, ending] of [
      ['Acme.markdown', 'Acme.md', '.markdown'],
      ['north/acme.mdown', 'acme.md', '.mdown'],
      ['acme.mkd', 'acme.md', '.mkd'],
      ['acme.v2.MKDN', 'acme.v2.md', '.MKDN'],
      ['acme.markdown.txt', 'acme.md', '.txt'],
      ['acme.md.text', 'acme.md', '.text'],
    ] as const) {
      assert.equal(isDealFile(name.split('/').at(-1)!), true, name);
      const entry = read(name, '---\nstage: proposal\n---\n');
      assert.ok(entry.kind === 'attention', name);
      assert.equal(entry.title, to.slice(0, -3));
      assert.ok(
        sentenceOf(entry.problem).includes(`its name ends in ${ending}. Rename it to “${to}”.`),
        name,
      );
    }
  });

  it('needs it whatever is wrong in it', () => {
    const entry = read('acme.MD.TXT', '---\nstage: propsal\n---\n');
    assert.ok(entry.kind === 'attention');
    assert.deepEqual([entry.title, entry.problem.code], ['acme', 'misnamed-deal-file']);
  });

  it('is none in a text that is no deal, or has another name', () => {
    for (const name of ['acme.md.txt', 'acme.markdown']) assert.equal(read(name, 'Notes.\n').kind, 'note');
    for (const name of [
      'acme.txt',
      'md.txt.doc',
      '_acme.md.txt',
      'README.md.txt',
      'acme-md.txt',
      'ReadMe.markdown',
      '.a.mkd',
    ])
      assert.equal(isDealFile(name), false, name);
    assert.equal(read('acme.md').kind, 'deal');
  });
});

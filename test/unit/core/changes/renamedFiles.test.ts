import assert from 'node:assert/strict';
import { renamesAmong } from '../../../../src/core/changes/renamedFiles';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { file, read } from '../../support/deals';

type Files = Readonly<Record<string, string>>;

/** @param files by their paths, front matter and notes */
function renames(gone: Files, come: Files) {
  const seen = (files: Files) =>
    new Map(
      Object.entries(files).map(([path, said]) => {
        const [frontMatter = '', notes = ''] = said.split('\n\n');
        const text = `${file(`stage: proposal\n${frontMatter}`)}\n${notes}`;
        return [path, { entry: read(text, DEFAULT_PROCESS, path), text }];
      }),
    );
  return Object.fromEntries(renamesAmong(seen(gone), seen(come)));
}

describe('files that went and came without a commit that pairs them', () => {
  it('are paired with what is most like them, though another of the same title is like them too', () => {
    const gone = {
      'a.md': 'title: Renewal\n\nScanners for the north',
      'b.md': 'title: Renewal\n\nForklifts',
    };
    const come = {
      'y.md': 'title: Renewal\n\nForklifts',
      'z.md': 'title: Renewal\n\nScanners for the north',
    };
    assert.deepEqual(renames(gone, come), { 'y.md': 'b.md', 'z.md': 'a.md' });
  });

  it('are paired by their names in a folder that was renamed, where they are all alike', () => {
    const said = 'title: Renewal\n\nThe same for all';
    assert.deepEqual(
      renames({ 'old/a.md': said, 'old/b.md': said }, { 'new/b.md': said, 'new/a.md': said }),
      { 'new/a.md': 'old/a.md', 'new/b.md': 'old/b.md' },
    );
  });

  it('are not paired with another deal that looks more like them', () => {
    const gone = { 'a.md': 'title: Acme\nowner: dana\nvalue: 100\n\nScanners' };
    const come = {
      'b.md': 'title: Globex\nowner: dana\nvalue: 100\n\nScanners',
      'c.md': 'title: Acme\nowner: marek\nvalue: 100\n\nScanners',
    };
    assert.deepEqual(renames(gone, come), { 'c.md': 'a.md' });
  });

  it('are paired by their names also where they can’t be read as deals', () => {
    const broken = 'title: Acme\nstatus: [\n\nScanners for the north';
    assert.deepEqual(renames({ 'old/a.md': broken }, { 'new/a.md': broken }), { 'new/a.md': 'old/a.md' });
  });

  it('are two where a line that both have stands in one of them many times', () => {
    const line = 'They asked for the same again, and for the price.';
    const gone = `title: Acme\n\n${Array.from({ length: 9 }, (_, at) => `${at} ${line}`).join('\n')}\n${line}`;
    const come = `title: Acme\n\n${Array.from({ length: 10 }, () => line).join('\n')}`;
    assert.deepEqual(renames({ 'a.md': gone }, { 'b.md': come }), {});
  });

  it('are two where hardly a line is the same, and one where only the line ends have changed', () => {
    const long = 'title: Acme\n\n' + 'A long story of this deal. '.repeat(20);
    assert.deepEqual(renames({ 'a.md': long }, { 'b.md': 'title: Acme' }), {});
    assert.deepEqual(renames({ 'a.md': long }, { 'b.md': long.replaceAll('. ', '.\r\n') }), {});
    const lines = 'title: Acme\nvalue: 100\nowner: dana';
    assert.deepEqual(renames({ 'a.md': lines }, { 'b.md': lines.replaceAll('\n', '\r\n') }), {
      'b.md': 'a.md',
    });
  });
});

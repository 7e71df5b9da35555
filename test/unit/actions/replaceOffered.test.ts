import assert from 'node:assert/strict';
import { replaceOffered } from '../../../src/actions/replaceOffered';
import { undo } from '../../../src/actions/undo';
import { onAllFiles, openDeal } from './support/worlds';

onAllFiles('edits that a person has chosen', world => {
  const text = openDeal('Acme');
  const at = text.indexOf('Acme');
  const chosen = { title: 'Acme', text, edits: [{ start: at, end: at + 4, text: 'Globex' }] };

  it('are made in the text that was seen then, which undo restores', async () => {
    const { write, workspace, all } = world();
    const done = await replaceOffered(workspace, [write('a.md', text)], chosen);
    assert.deepEqual(done.refused, []);
    assert.deepEqual(all(), { 'a.md': openDeal('Globex') });
    await undo(workspace.files, done.units);
    assert.deepEqual(all(), { 'a.md': text });
  });

  it('are not made in what the file says by now', async () => {
    const { write, workspace, all } = world();
    const other = openDeal('Acme Corp');
    const { refused, units } = await replaceOffered(workspace, [write('a.md', other)], chosen);
    assert.deepEqual([refused.map(({ problem }) => problem.code), units], [['changed-meanwhile'], []]);
    assert.deepEqual(all(), { 'a.md': other });
  });
});

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logInDeals } from '../../src/actions/activities';
import { Changes } from '../../src/commands/changes';
import { asField } from '../../src/commands/report';
import { KeptChanges } from '../../src/files/disk/keptChanges';
import { toAddress, toUri } from '../../src/files/editor/addresses';
import { editorWorkspace } from '../../src/files/editor/workspace';
import { messages } from './support/answers';
import { until } from './support/until';
import { clear, deal, extension, textOf, writeDeal } from './support/workspace';

describe('changes of an earlier session', () => {
  const { said, press } = messages();
  let storage: string;
  beforeEach(() => (storage = mkdtempSync(join(tmpdir(), 'deal-notes-test-'))));
  beforeEach(clear);
  afterEach(() => rmSync(storage, { recursive: true, force: true }));
  after(clear);

  async function session(): Promise<Changes> {
    const { pipelines } = await extension();
    const workspace = editorWorkspace(pipelines, { knownIn: async () => ({}) });
    const kept = new KeptChanges(storage, workspace.clock);
    return new Changes(workspace, kept, folder => pipelines.isOpen(toUri(folder)));
  }

  it('are taken back once the person has agreed', async () => {
    const uri = await writeDeal('acme.md', deal('proposal'));
    const earlier = await session();
    await earlier.make([uri], {
      act: (workspace, files) => logInDeals(workspace, files, 'call'),
      wordsOf: () => 'logged',
      sentence: asField,
    });
    const logged = textOf('acme.md');
    assert.notEqual(logged, deal('proposal'));

    const later = await session();
    await later.undoLast();
    assert.match(said.at(-1)!, /to acme\.md\. Undo it\?$/);
    assert.equal(textOf('acme.md'), logged);

    press('Undo');
    await later.undoLast();
    assert.equal(said.at(-1), 'Undone: acme.md');
    assert.equal(textOf('acme.md'), deal('proposal'));
    await later.undoLast();
    assert.equal(said.at(-1), 'Nothing to undo.');
  });

  it('of many files as a whole are asked about and told by what they were', async () => {
    const uris = [await writeDeal('acme.md', deal('proposal')), await writeDeal('tern.md', deal('closing'))];
    const earlier = await session();
    const { units, folders } = await logInDeals(earlier.workspace, uris.map(toAddress), 'call');
    earlier.keep('Import of tern.csv', units, folders);
    const kept = join(storage, 'undo');
    await until(
      'it is kept',
      () => existsSync(kept) && readdirSync(kept).some(name => name.endsWith('.json')),
    );
    const later = await session();
    press('Undo');
    await later.undoLast();
    assert.match(said.at(-2)!, /: Import of tern\.csv\. Undo it\?$/);
    assert.equal(said.at(-1), 'Undone: Import of tern.csv');
    assert.equal(textOf('acme.md'), deal('proposal'));
  });

  it('are not kept once they are taken back', async () => {
    const uri = await writeDeal('acme.md', deal('proposal'));
    const earlier = await session();
    await earlier.make([uri], {
      act: (workspace, files) => logInDeals(workspace, files, 'call'),
      wordsOf: () => 'logged',
      sentence: asField,
    });
    await earlier.undoLast();
    const later = await session();
    await later.undoLast();
    assert.equal(said.at(-1), 'Nothing to undo.');
  });

  it('are taken back one after the other where undo is pressed again before the first is done', async () => {
    const uri = await writeDeal('acme.md', deal('proposal'));
    const changes = await session();
    for (const what of ['call', 'mail'])
      await changes.make([uri], {
        act: (workspace, files) => logInDeals(workspace, files, what),
        wordsOf: () => 'logged',
        sentence: asField,
      });
    assert.match(textOf('acme.md'), /mail[^]*call/);
    const before = said.length;
    await Promise.all([changes.undoLast(), changes.undoLast(), changes.undoLast()]);
    assert.equal(textOf('acme.md'), deal('proposal'));
    assert.deepEqual(said.slice(before), [
      ...Array<string>(2).fill('Undone: Acme, scanners'),
      'Nothing to undo.',
    ]);
  });
});

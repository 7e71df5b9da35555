import assert from 'node:assert/strict';
import { FoundHomes } from '../../../../src/actions/homes';
import { addLogged, changeLogged } from '../../../../src/actions/imports/loggedFile';
import { addWritten } from '../../../../src/actions/imports/writtenFile';
import type { WrittenToKeep } from '../../../../src/actions/imports/writeKept';
import type { Home } from '../../../../src/actions/ports/homes';
import { sentenceOf } from '../../../../src/words/sentence';
import { FOLDER, Importing } from './support/importing';

describe('what imports keep beside deals, where somebody has made something else of it', () => {
  for (const [name, change] of [
    [
      'crm.json',
      (into: Importing, home: Home) =>
        addWritten(into.files, home, 'crm', new Map([['crm:1', { fields: {}, notes: '', unsettled: [] }]])),
    ],
    [
      'crm-log.json',
      (into: Importing, home: Home) => addLogged(into.files, home, 'crm', 'activities', new Set(['1'])),
    ],
  ] as const)
    it(`stays as it is, which is told: ${name}`, async () => {
      const into = new Importing({ [`_import/${name}`]: 'mine' });
      const home = await new FoundHomes(into.files).homeOf(`${FOLDER}/_`);
      const { units, problem }: WrittenToKeep = await change(into, home);
      assert.deepEqual(units, []);
      assert.match(sentenceOf(problem!), new RegExp(name));
      assert.equal(into.files.all[`${FOLDER}/_import/${name}`], 'mine');
    });

  it('stays as it is also when a deal of it is renamed', async () => {
    const into = new Importing({ '_import/crm-log.json': 'mine' });
    const { units } = await changeLogged(into.files, FOLDER as never, 'crm-log.json', () => ['1']);
    assert.deepEqual([units, into.files.all[`${FOLDER}/_import/crm-log.json`]], [[], 'mine']);
  });
});

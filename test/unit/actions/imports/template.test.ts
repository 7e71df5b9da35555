import assert from 'node:assert/strict';
import { FOLDER, Importing } from './support/importing';

describe('deals of a table, made from a template with a currency of its own', () => {
  it('have theirs or the team’s', async () => {
    const into = new Importing({ '_template.md': '---\nstage: prospecting\ncurrency: CHF\n---\n' });
    await into.take('crm.csv', 'ID,Deal,Stage,Value,Currency\n1,Bare,Proposal,5,\n2,Named,Proposal,5,USD\n');
    assert.doesNotMatch(into.files.all[`${FOLDER}/bare.md`]!, /currency/);
    assert.match(into.files.all[`${FOLDER}/named.md`]!, /^currency: USD$/m);
  });
});

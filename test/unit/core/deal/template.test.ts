import assert from 'node:assert/strict';
import { changeDeal } from '../../../../src/core/deal/changeDeal';
import { draftDeal, placeToWrite, type NewDeal } from '../../../../src/core/deal/newDeal';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { file } from '../../support/deals';
import { dataIn, TODAY } from '../../support/edits';
import { sentenceOf } from '../../../../src/words/sentence';

const ACME: NewDeal = {
  title: 'Acme',
  account: 'Acme Corp',
  owner: 'dana',
  amount: 48000,
  currency: 'EUR',
  stage: 'prospecting',
  today: TODAY,
};
const BARE: NewDeal = { title: 'Acme', stage: 'prospecting', today: TODAY };

/** The text of a new deal, or why there is none. */
function made(template: string, deal: NewDeal = ACME): string {
  const draft = draftDeal(deal, DEFAULT_PROCESS, template);
  if (!draft.ok) return sentenceOf(draft.problem);
  const changed = changeDeal('acme.md', draft.text, DEFAULT_PROCESS, draft.change);
  assert.ok(changed.ok);
  return changed.edited.text;
}

const bodyOf = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n/, '');

describe('a placeholder of a template', () => {
  for (const [what, line, value, deal] of [
    ['is a number where it is all of a value', 'x: {{value}}', 48000, ACME],
    ['is one also behind several blanks', 'x:   {{ value }}', 48000, ACME],
    ['is a text where more stands there', 'x: "{{value}} EUR"', '48000 EUR', ACME],
    ['is filled in within quotes', "x: '{{title}}'", 'Acme', ACME],
    ['is filled in beside quotes', 'x: the "{{title}}"', 'the "Acme"', ACME],
    ['is filled in before words', "x: '{{title}}' for now", "'Acme' for now", ACME],
    ['leaves no blanks where nothing was said', 'x: "{{account}} {{title}}"', 'Acme', BARE],
    ['leaves the key empty where nothing at all was said', 'x: "{{account}}"', null, BARE],
    ['is filled in before a comment', 'x: {{title}} # {{title}}', 'Acme', ACME],
    ['is filled in where a list has a comment', 'x: [{{today}}] # each day', [TODAY], ACME],
  ] as const) {
    it(what, () => {
      const key = line.replace(/^x/, 'next_step');
      assert.deepEqual(dataIn(made(`---\n${key}\n---\n`, deal))['next_step'], value);
    });
  }

  it('is nothing in the notes where nothing was said', () => {
    const notes = '{{title}}|{{account}}|{{owner}}|{{value}}|{{currency}}|\n';
    assert.equal(bodyOf(made(`---\n---\n${notes}`, BARE)), 'Acme|||||\n');
    assert.equal(bodyOf(made(`---\n---\n${notes}`)), 'Acme|Acme Corp|dana|48000|EUR|\n');
  });

  it('stays in a comment, also in one that stands in', () => {
    const comments = '# ask for {{title}}\ntags:\n  # such as {{account}}\n  - new\n';
    assert.ok(made(`---\n${comments}---\n`).includes(comments.slice(0, -1)));
  });
});

describe('the stage of a new deal', () => {
  for (const [what, head, after] of [
    ['is put where the template has it', 'stage:\nowner: x', 'stage: prospecting\nowner: x'],
    ['takes the place of another', 'stage: lead # for now', 'stage: prospecting # for now'],
    ['comes behind the title', 'title: x\nvalue: 1', 'title: x\nstage: prospecting\nvalue: 1'],
    [
      'comes behind the account',
      'title: x\naccount: y\nvalue: 1',
      'title: x\naccount: y\nstage: prospecting\nvalue: 1',
    ],
    ['comes behind the owner', 'owner: y\nvalue: 1', 'owner: y\nstage: prospecting\nvalue: 1'],
    ['comes first where there are none of these', 'value: 1', 'stage: prospecting\nvalue: 1'],
  ] as const) {
    it(what, () => {
      const draft = draftDeal(BARE, DEFAULT_PROCESS, `---\n${head}\n---\n`);
      assert.equal(draft.ok && draft.text, `---\n${after}\n---\n`);
    });
  }

  it('begins a history that the template leaves empty, and not one that it begins', () => {
    const line = { on: TODAY, stage: 'prospecting' };
    const historyOf = (written: string) => dataIn(made(`---\nhistory: ${written}\n---\n`))['history'];
    assert.deepEqual([historyOf('[]'), historyOf('')], [[line], [line]]);
    assert.deepEqual(historyOf('[{on: 2026-01-05, stage: lead}]'), [{ on: '2026-01-05', stage: 'lead' }]);
  });
});

describe('the link to the deal before', () => {
  const earlier = { link: '[Acme](acme.md)', source: undefined, contacts: undefined };
  const LINK = '\nFollows [Acme](acme.md).\n';
  for (const [what, body, after] of [
    ['stands above the notes', 'Text.\n', `${LINK}\nText.\n`],
    ['stands below a heading that they begin with', '# Acme\n\nText.\n', `# Acme\n${LINK}\nText.\n`],
    ['also where blank lines are above it', '\n  \t\n# Acme\n', `\n  \t\n# Acme\n${LINK}`],
    ['also where the heading is all, and its line has no end', '# Acme', `# Acme\n${LINK}`],
    ['but above a heading that follows text', 'Text.\n# Acme\n', `${LINK}\nText.\n# Acme\n`],
    ['and above one of another level', '## Acme\n', `${LINK}\n## Acme\n`],
  ] as const) {
    it(what, () => assert.equal(bodyOf(made(`---\n---\n${body}`, { ...BARE, earlier })), after));
  }
});

describe('the place to write in a new deal', () => {
  for (const [what, text] of [
    ['is between blank lines of the notes', file('stage: closing', 'Notes.\n\n|\nMore.\n\n\n')],
    ['is not in the front matter', file('title: x\n\n\nstage: closing', 'Notes.\n\n|\nMore.\n')],
    ['is at the end where there are none', file('title: x\n\n\nstage: closing', 'Notes.\n\nMore.\n|')],
    ['is found without a front matter too', 'Notes.\n\n|\nMore.\n'],
  ] as const) {
    it(what, () => assert.equal(placeToWrite(text.replace('|', '')), text.indexOf('|')));
  }
});

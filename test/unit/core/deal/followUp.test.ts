import assert from 'node:assert/strict';
import { changeDeal, openDeal } from '../../../../src/core/deal/changeDeal';
import { followUp } from '../../../../src/core/deal/followUp';
import { draftDeal, placeToWrite, type NewDeal } from '../../../../src/core/deal/newDeal';
import { readDeal } from '../../../../src/core/deal/readDeal';
import { oneLine } from '../../../../src/core/oneLine';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { file } from '../../support/deals';
import { TODAY } from '../../support/edits';
import { SHORT_HOSTILE, wellFormed, yaml } from '../../support/hostile';
import { sentence } from '../../../../src/words/sentence';

const SECOND: NewDeal = { title: 'Acme, second site', stage: 'qualification', today: TODAY };

const CONTACTS = 'contacts:\n  - {name: R. Lee, phone: 0049} # mornings\n  - name: T. Bo';
const WON = file(
  `title: Acme, scanners\naccount: Acme Corp\nowner: dana\nstage: closing\nstatus: won\nsource: referral\nvalue: 48000\ncurrency: usd\n${CONTACTS}\ntags: [hardware]\nclosed_on: 2026-03-01`,
);

/** The text of the new deal with what the person is told, or why there is none. */
function made(
  deal: NewDeal,
  before = WON,
  template?: string,
  path = 'closed/acme.md',
  process = DEFAULT_PROCESS,
) {
  const opened = openDeal(path, before, process);
  assert.ok(opened.ok);
  const draft = draftDeal(followUp(deal, opened, before, path, process.fields), process, template);
  assert.ok(draft.ok);
  const changed = changeDeal('acme-2.md', draft.text, process, draft.change);
  assert.ok(changed.ok);
  return { text: changed.edited.text, warnings: draft.warnings };
}

describe('a new deal for the account of another', () => {
  it('takes over account, owner, source, currency and contacts, and leads to it', () => {
    assert.deepEqual(made({ ...SECOND, amount: 9000 }), {
      text: `---
title: Acme, second site
account: Acme Corp
owner: dana

stage: qualification
source: referral

value: 9000
currency: USD

${CONTACTS}
created: 2026-11-20

history:
  - {on: 2026-11-20, stage: qualification}
---

Follows [Acme, scanners](closed/acme.md).



## Log
`.replace('title: Acme, second site', "title: 'Acme, second site'"),
      warnings: [],
    });
  });

  it('takes over a currency in whatever letters, and none that is not known', () => {
    const currencyOf = (written: string) =>
      made(SECOND, file(`stage: lead\ncurrency: ${written}`)).text.match(/^currency: .*$/m)?.[0];
    assert.deepEqual(['" eur "', 'usd', 'money', '5'].map(currencyOf), [
      'currency: EUR',
      'currency: USD',
      ...[undefined, undefined],
    ]);
  });

  it('takes over nothing that is not there, and nothing that was said otherwise', () => {
    const { text } = made(
      { ...SECOND, currency: 'GBP', amount: 1, account: 'Acme Ltd' },
      file('stage: lead\nvalue: 5'),
    );
    assert.match(
      text,
      /^---\ntitle: .*\naccount: Acme Ltd\n\nstage: qualification\n\nvalue: 1\ncurrency: GBP\n\ncreated: /,
    );
  });

  it('follows the template: its order, its comments, and the link below its heading', () => {
    const template =
      '---\r\ntitle: {{title}}\r\ncontacts: [] # whom?\r\nowner: {{owner}} # ours\r\ntags: [new]\r\n---\r\n# {{title}}\r\n\r\nWhy now?\r\n';
    const { text, warnings } = made(SECOND, WON, template);
    const lines = text.split('\r\n');
    assert.equal(lines.join('').includes('\n'), false);
    assert.deepEqual(warnings, []);
    assert.deepEqual(lines.slice(lines.indexOf('---', 1)), [
      '---',
      '# Acme, second site',
      '',
      'Follows [Acme, scanners](closed/acme.md).',
      '',
      'Why now?',
      '',
    ]);
    assert.ok(text.includes(`${CONTACTS}\n`.replaceAll('\n', '\r\n')));
    assert.ok(text.includes('owner: dana # ours\r\n'));
    const entry = readDeal('a.md', text, DEFAULT_PROCESS);
    assert.ok(entry.kind === 'deal');
    assert.deepEqual(
      entry.deal.contacts.map(({ name }) => name),
      ['R. Lee', 'T. Bo'],
    );
    assert.deepEqual(entry.deal.tags, ['new']);
  });

  for (const [what, template, body] of [
    ['no blank line at the top', '---\n---\nWhy?\n', '\nFollows LINK.\n\nWhy?\n'],
    ['a heading alone', '---\n---\n# Acme', '# Acme\n\nFollows LINK.\n'],
    ['a heading and text below it', '---\n---\n\n# Acme\nWhy?\n', '\n# Acme\n\nFollows LINK.\n\nWhy?\n'],
    ['nothing', '---\n---\n', '\nFollows LINK.\n'],
  ] as const) {
    it(`leads to the other below ${what}`, () => {
      const { text } = made(SECOND, WON, template);
      const link = '[Acme, scanners](closed/acme.md)';
      assert.equal(text.slice(text.indexOf('\n---\n', 4) + 5), body.replace('LINK', link));
    });
  }

  it('is opened below the link', () => {
    const { text } = made(SECOND);
    assert.equal(
      text.slice(0, placeToWrite(text)).trimEnd().split('\n').at(-1),
      'Follows [Acme, scanners](closed/acme.md).',
    );
  });

  it('knows the team’s own names of the fields', () => {
    const fields = new Map([
      ['stage', 'phase'],
      ['contacts', 'Kontakte'],
      ['owner', 'Betreuer'],
    ] as const);
    const before = file('title: Acme\nphase: closing\nBetreuer: dana\nKontakte: [R. Lee]\ncontacts: none');
    const { text } = made(SECOND, before, undefined, 'acme.md', makeProcess({ fields }));
    assert.match(text, /\nBetreuer: dana\n\nphase: qualification\n\nKontakte: \[R\. Lee\]\ncreated: /);
    assert.doesNotMatch(text, /\n(?:owner|stage|contacts):/);
  });

  it('says so where the contacts cannot be taken over', () => {
    const { text, warnings } = made(SECOND, file('stage: lead\nteam: &t [R. Lee]\ncontacts: *t'));
    assert.doesNotMatch(text, /contacts/);
    assert.match(warnings.map(sentence).join(), /contacts couldn’t be copied/);
  });

  for (const [name, hostile] of SHORT_HOSTILE) {
    it(`is a deal, whatever the other says: ${name}`, () => {
      const written = yaml(hostile);
      const before = file(
        `stage: lead\ntitle: ${written}\naccount: ${written}\nowner: ${written}\nsource: ${written}\ncontacts: [${written}]`,
      );
      const { text } = made(SECOND, before, undefined, `a ${oneLine(wellFormed(hostile)).slice(0, 40)}/b.md`);
      const entry = readDeal('a.md', text, DEFAULT_PROCESS);
      assert.ok(entry.kind === 'deal', text);
      const said = oneLine(wellFormed(hostile));
      assert.deepEqual([entry.deal.account, entry.deal.owner, entry.deal.source], [said, said, said]);
      assert.deepEqual(entry.problems, []);
      // One line, and one link in it.
      assert.match(text, /\n\nFollows \[[^\n]*\]\(a%20[^\s()]*b\.md\)\.\n\n/);
    });
  }
});

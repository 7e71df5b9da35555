import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AlikeDeals } from '../../../../src/core/deal/alikeDeals';
import { changeDeal } from '../../../../src/core/deal/changeDeal';
import { fileNameOf } from '../../../../src/core/deal/fileName';
import { draftDeal, placeToWrite, withNotes, type NewDeal } from '../../../../src/core/deal/newDeal';
import { readDeal } from '../../../../src/core/deal/readDeal';
import { isDealFile } from '../../../../src/core/pipeline/paths';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { TODAY } from '../../support/edits';
import { SHORT_HOSTILE, wellFormed } from '../../support/hostile';
import { forAll } from '../../support/property';
import { sentenceOf } from '../../../../src/words/sentence';

const ACME: NewDeal = {
  title: 'Acme: warehouse scanners',
  account: 'Acme Corp',
  amount: 48000,
  currency: 'EUR',
  stage: 'prospecting',
  today: TODAY,
};

/** The text of a new deal, or why there is none. */
function made(deal: NewDeal, template?: string, process = DEFAULT_PROCESS): string {
  const draft = draftDeal(deal, process, template);
  if (!draft.ok) return sentenceOf(draft.problem);
  const changed = changeDeal('acme.md', draft.text, process, draft.change);
  return changed.ok ? changed.edited.text : sentenceOf(changed.problem);
}

describe('a new deal', () => {
  it('has what was said of it, the day, and a place for the log', () => {
    assert.equal(
      made(ACME),
      `---
title: 'Acme: warehouse scanners'
account: Acme Corp

stage: prospecting

value: 48000
currency: EUR

created: 2026-11-20

history:
  - {on: 2026-11-20, stage: prospecting}
---



## Log
`,
    );
  });

  it('says nothing of what was not said', () => {
    const text = made(
      { title: 'Acme', stage: 'closing', today: TODAY, currency: 'EUR' },
      undefined,
      makeProcess({ writesHistory: false }),
    );
    assert.equal(text, '---\ntitle: Acme\n\nstage: closing\n\ncreated: 2026-11-20\n---\n\n\n\n## Log\n');
  });

  it('keeps a place free for a person alone: not above notes, nor where there are none', () => {
    for (const [notes, body] of [
      ['', '\n## Log\n'],
      ['Two sites.\nOne more.', '\nTwo sites.\nOne more.\n\n## Log\n'],
    ] as const) {
      const deal = { title: 'Acme', stage: 'closing', today: TODAY, currency: 'EUR', notes } as const;
      for (const text of [made(deal), new AlikeDeals(DEFAULT_PROCESS).textOf(deal)!])
        assert.equal(text.slice(text.lastIndexOf('---\n') + 4), body);
    }
    const later = withNotes('---\nstage: closing\n---\n\n## Log\n\n- 2026-11-02 call\n', 'Two sites.', '\n');
    assert.equal(later, '---\nstage: closing\n---\n\nTwo sites.\n\n## Log\n\n- 2026-11-02 call\n');
  });

  it('follows the template, with its comments and its order', () => {
    const template = `---
# Ask for the title: {{title}}
stage: {{stage}}   # where it is
name: "{{account}}, {{title}}"
title: {{title}} # ours
value: {{ value }}
currency: '{{currency}}'
owner: {{owner}}
region: north
tags: [new]
next_step_on: {{today}}
log: [{on: {{today}}, stage: {{stage}}}]
---
# {{title}} at {{account}}

{{unknown}} $& {{today}}
`;
    assert.equal(
      made(ACME, template),
      `---
# Ask for the title: {{title}}
stage: prospecting   # where it is
name: 'Acme Corp, Acme: warehouse scanners'
title: 'Acme: warehouse scanners' # ours
account: Acme Corp
value: 48000
currency: EUR
owner:
region: north
tags: [new]
created: 2026-11-20
next_step_on: 2026-11-20
log: [{on: 2026-11-20, stage: prospecting}]
history:
  - {on: 2026-11-20, stage: prospecting}
---
# Acme: warehouse scanners at Acme Corp

{{unknown}} $& 2026-11-20
`,
    );
  });

  it('follows a template in the manner of Windows', () => {
    const text = made(ACME, '\uFEFF---\r\ntitle: {{title}}\r\ntags:\r\n  - new\r\n---\r\nNotes\r\n');
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
    assert.match(
      text,
      /^\uFEFF---\r\ntitle: 'Acme: warehouse scanners'\r\naccount: Acme Corp\r\nstage: prospecting\r\nvalue: 48000\r\ncurrency: EUR\r\ntags:/,
    );
  });

  it('keeps the comments of a template in the manner of Windows: a CR is no part of them', () => {
    const text = made(ACME, '---\r\ntitle: {{title}} # ours\r\nstage: {{stage}} # now\r\n---\r\n');
    assert.match(text, /^title: 'Acme: warehouse scanners' # ours\r\n/m);
    assert.match(text, /^stage: prospecting # now\r\n/m);
  });

  it('follows a template that has no front matter, or a history of its own', () => {
    assert.match(made(ACME, '# {{title}}\n'), /^---\ntitle: [\s\S]*\n---\n\n# Acme: warehouse scanners\n$/);
    const text = made(ACME, '---\nstage: lead\nhistory:\n  - {on: {{today}}, stage: {{stage}}}\n---\n');
    assert.equal(text.match(/on: 2026-11-20/g)!.length, 1);
  });

  for (const [what, template, reason] of [
    ['a text in a list', '---\ntags: [{{account}}]\n---\n', /has “{{account}}” where it can’t be filled in/],
    ['a text in a nested key', '---\ncontacts:\n  - name: {{account}}\n---\n', /can’t be filled in/],
    [
      'a front matter that is not closed',
      '---\nstage: lead\n',
      /_template\.md can’t be used: .*isn’t closed/,
    ],
    ['YAML that is not valid', '---\na: b: c\n---\n', /isn’t valid YAML/],
  ] as const) {
    it(`is not made from a template with ${what}`, () => assert.match(made(ACME, template), reason));
  }

  for (const [name, text] of SHORT_HOSTILE) {
    it(`is what was said, whatever that is: ${name}`, () => {
      const title = wellFormed(text).replace(/\s+/g, ' ').trim();
      for (const template of [
        undefined,
        '---\ntitle: "{{title}}"\nowner: {{owner}}\nx: y {{account}} z\n---\n{{title}}\n',
      ]) {
        const written = made({ ...ACME, title, account: title, owner: title }, template);
        const entry = readDeal('a.md', written, DEFAULT_PROCESS);
        assert.ok(entry.kind === 'deal', written);
        assert.deepEqual([entry.deal.title, entry.deal.account], [title, title]);
        if (template) assert.equal(entry.deal.owner, title);
        assert.deepEqual(entry.problems, []);
      }
    });
  }

  it('is opened where a person goes on writing', () => {
    for (const newline of ['\n', '\r\n']) {
      const text = made(ACME).replaceAll('\n', newline);
      assert.equal(text.slice(placeToWrite(text)), `${newline}${newline}## Log${newline}`);
    }
    assert.equal(placeToWrite('---\n---\nNotes\n'), 14);
  });
});

describe('the name of a new file', () => {
  for (const [title, name] of [
    ['Acme, warehouse scanners', 'acme-warehouse-scanners.md'],
    ['Zoë & Söhne (50 %)', 'zoe-and-soehne-50.md'],
    ['Привет', 'privet.md'],
    ['見積 2027', '2027.md'],
    ['見積・東京', '見積-東京.md'],
    ['../../etc/passwd', 'etc-passwd.md'],
    ['CON', 'deal-con.md'],
    ['README', 'deal-readme.md'],
    ['_template', 'template.md'],
    ['🚀', 'deal.md'],
    ['', 'deal.md'],
    [`${'long '.repeat(40)}`, 'long-long-long-long-long-long-long-long-long-long-long-long.md'],
  ] as const) {
    it(`${title.slice(0, 30)} is ${name}`, () => assert.equal(fileNameOf(title, []), name));
  }

  it('is not one that is there already, in whatever case', () => {
    assert.equal(fileNameOf('Acme', ['ACME.md', 'acme-2.md']), 'acme-3.md');
  });

  it('is safe on all systems', () => {
    forAll(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ unit: 'grapheme' })),
      title => {
        const name = fileNameOf(title, ['deal.md']);
        assert.match(name, /^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*\.md$/u);
        assert.ok(name.length < 75 && isDealFile(name));
      },
      300,
    );
  });
});

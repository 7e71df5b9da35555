import assert from 'node:assert/strict';
import { STANDARD_NAMES } from '../../../../src/core/frontMatter/keyNames';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { readDeal } from '../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { readNotes } from '../../../../src/core/notes/readNotes';

const kindOf = (text: string, names = STANDARD_NAMES) => parseFrontMatter(text, names).kind;

/** Notes whose first line is a rule of Markdown. */
const NOTES: Readonly<Record<string, string>> = {
  'a call between two rules': '---\n\nCall with R. Lee\n\n---\n\nNext: send a quote.\n',
  'a heading below a rule': '---\n\n# Minutes\n\nText only.\n',
  'a heading right below it': '---\n# Minutes\n\nText only.\n',
  'text right below it': '---\nThey want an answer this month.\n---\nAgreed.\n',
  'a sentence with a colon': '---\n\nAgreed: they sign: soon\n\n---\n',
  'a sentence that ends with one': '---\nWhat they asked for:\n---\n',
  'a list between two rules': '---\n- Dana\n- Marek\n---\nAgenda\n',
  'a rule and blank lines': '---\r\n\r\n',
  'a table': '---\n| a | b |\n| - | - |\n',
  'a link with a colon': '---\nhttps://acme.example/stage: see there\n---\n',
  'a longer rule further on': '---\n\nText\n\n-----\n\nMore\n',
  'a heading with a rule of words': '---\n\n# A\n\n--- more ---\n',
  'a sentence with a colon, and a longer rule further on': '---\n\nThe plan: they sign\n\n-----\n\nMore\n',
  'a sentence that has the word': '---\n\nThe next stage is theirs.\n\n---\n',
};

/** Front matter, well or badly written: what could be a deal is never dropped. */
const FRONT_MATTERS: Readonly<Record<string, readonly [string, 'found' | 'refused']>> = {
  'a blank line before the keys': ['---\n\ntitle: Acme\nstage: proposal\n---\n', 'found'],
  'a comment before the keys': ['---\n# ours\nstage: proposal\n---\n', 'found'],
  'no closing line': ['---\n\nstage: proposal\n# Notes\n', 'refused'],
  'no closing line, and a key before': ['---\ntitle: Acme\nowner: dana\n\n# Notes\n', 'refused'],
  'no colon': ['---\nstage proposal\n---\n', 'refused'],
  'no blank': ['---\n\nstage:proposal\n---\n', 'refused'],
  'no colon below a blank line': ['---\n\nstage proposal\n---\n', 'refused'],
  'a comment alone': ['---\n#title\n---\n', 'found'],
  'a wide colon': ['---\nstage\uff1a proposal\n---\n', 'refused'],
  'an equals sign': ['---\n\nStage = proposal\n---\n', 'refused'],
  'a list of keys': ['---\n- stage: proposal\n---\n', 'refused'],
  'a map in braces': ['---\n{title: Acme, stage: proposal}\n---\n', 'found'],
  'a map in braces that is not closed': ['---\n{title: Acme, stage: proposal\n---\n', 'refused'],
  'a damaged first line': ['---\nAcme scanners\nstage: proposal\n---\n', 'refused'],
  'nothing at all': ['---\n', 'refused'],
  'nothing yet': ['---\n---\n', 'found'],
};

describe('a first line of dashes', () => {
  for (const [what, text] of Object.entries(NOTES)) {
    it(`is a rule above ${what}`, () => {
      for (const one of [text, text.replace(/(?<!\r)\n/g, '\r\n'), `\uFEFF${text}`])
        assert.equal(readDeal('a.md', one, DEFAULT_PROCESS).kind, 'note');
    });
  }
  for (const [what, [text, kind]] of Object.entries(FRONT_MATTERS)) {
    it(`opens front matter with ${what}`, () => {
      for (const one of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`])
        assert.equal(kindOf(one), kind);
    });
  }

  it('opens it with the team’s own name of the stage', () => {
    const text = '---\n\nAcme\nphase : proposal\n---\n';
    assert.equal(kindOf(text), 'none');
    assert.equal(kindOf(text, new Map([['stage', 'phase']])), 'refused');
  });

  it('that is a rule leaves all that follows to the notes', () => {
    const { headings } = readNotes('---\n\nMinutes\n\n# Sales\n\n---\n\n## Log\n');
    assert.equal(headings.length, 2);
  });
});

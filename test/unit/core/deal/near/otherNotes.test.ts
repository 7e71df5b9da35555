import assert from 'node:assert/strict';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS, makeProcess } from '../../../../../src/core/process/process';

function kindOf(text: string, process = DEFAULT_PROCESS): string {
  const entry = readDeal('acme.md', text, process);
  return entry.kind === 'attention' ? entry.problem.code : entry.kind;
}

describe('a file that begins with another’s words between two rules', () => {
  const NOTES: readonly (readonly [what: string, text: string])[] = [
    ['the head of a mail', '---\nFrom: Dana <d@acme.example>\nSubject: Re: your offer\n---\n\nHello\n'],
    ['one with names in quotes', '---\nFrom: "Dana" <d@acme.example>\nTo: tom\nSubject: x\n---\n'],
    ['one that says a line twice', '---\nFrom: dana\nTo: tom\nTo: kim\nSubject: x\n---\n'],
    ['one that is not closed', '---\nFrom: dana\nSubject: Re: x\n\nThe value: high. Owner: none\n'],
    ['one in German', '---\nVon: dana\nGesendet: Montag, 10:00\nBetreff: AW: Angebot\n---\n'],
    ['one with words at once below it', '---\nFrom: dana\nSubject: Re: x\n---\nOwner: none\n'],
    ['a quotation', '---\n> Their words: we will: see\n> and more\n---\n'],
    ['a quotation without a colon', '---\n> Their words\n---\n'],
    ['what somebody said', '---\n"Sure: we do" said Dana.\n---\n'],
  ];
  for (const [what, text] of NOTES)
    it(`is a note: ${what}`, () => {
      assert.equal(kindOf(text), 'note');
      assert.equal(kindOf(text.replaceAll('\n', '\r\n')), 'note');
    });

  const BROKEN: readonly (readonly [what: string, text: string, code: string])[] = [
    ['with a stage', '---\nFrom: dana\nSubject: Re: x\nstage: proposal\n---\n', 'unquoted-colon'],
    ['with a stage, nearly', '---\nFrom: dana\nSubject: Re: x\nStgae: proposal\n---\n', 'unquoted-colon'],
    ['with a key of ours', '---\nFrom: dana\nSubject: Re: x\nAmount: 4000\n---\n', 'unquoted-colon'],
    [
      'with one below more dashes',
      '---\nFrom: dana\nSubject: x\n----\nOwner: tom\n---\n',
      'unclosed-front-matter',
    ],
    [
      'and has two versions',
      '---\nFrom: dana\nSubject: x\n<<<<<<< a\nTo: tom\n=======\nTo: kim\n>>>>>>> b\n---\n',
      'conflict-markers',
    ],
    ['and is no mail', '---\ncompany: Acme: the second\nSubject: x\n---\n', 'unquoted-colon'],
    ['and has keys that begin as those of a mail', '---\ntopic: a: b\ntodo: x\n---\n', 'unquoted-colon'],
    ['in quotes', '---\n"title": "Acme" Corp\n"stage": proposal\n---\n', 'invalid-yaml'],
  ];
  for (const [what, text, code] of BROKEN)
    it(`needs attention where it may be a deal: ${what}`, () => assert.equal(kindOf(text), code));

  it('needs attention where the team calls a field so', () => {
    const process = makeProcess({ fields: new Map([['owner', 'from']]) });
    assert.equal(kindOf('---\nfrom: dana\nSubject: Re: x\n---\n', process), 'unquoted-colon');
  });
});

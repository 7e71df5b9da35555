import assert from 'node:assert/strict';
import { copyKey, pasteKey } from '../../../../../src/core/frontMatter/edit/copyKey';
import { parseFrontMatter, type Data } from '../../../../../src/core/frontMatter/parse';
import { changedFile } from '../../../support/changes';
import { file } from '../../../support/deals';
import { assertEnough, forAll } from '../../../support/property';

/** The text after the contacts of one file were taken over into another. */
function pasted(from: string, to: string): string | undefined {
  const copied = copyKey(from, 'contacts');
  assert.ok(copied);
  return pasteKey(to, copied);
}

function dataOf(text: string): Data {
  const parsed = parseFrontMatter(text);
  return parsed.kind === 'found' ? parsed.data : {};
}

describe('a key that is taken over from another file', () => {
  const contacts = [
    'contacts: # who matters',
    '- name: R. Lee # mornings only',
    '  phone: 0049',
    '',
    '  mails: [r@acme.example, "+1"]',
    '- {name: "T: Bo"}',
    '  # and who else?',
  ];
  const block = contacts.join('\n');

  it('stands there as it did, where people write it', () => {
    assert.equal(
      pasted(
        file(`stage: closing\n${block}\ntags: [a]`),
        file('title: Acme\ntags: [b]\nstage: lead', '# Acme\n'),
      ),
      file(`title: Acme\ntags: [b]\nstage: lead\n${block}`, '# Acme\n'),
    );
  });

  for (const there of [
    'contacts:',
    'contacts: []',
    'contacts: ~ # whom?',
    'contacts:\n  - {name: nobody}\n  # yet',
  ]) {
    it(`takes the place of ${JSON.stringify(there)}`, () => {
      const text = file(`stage: lead\n${there}\ntags: [b]`);
      assert.equal(pasted(file(`stage: lead\n${block}`), text), file(`stage: lead\n${block}\ntags: [b]`));
    });
  }

  it('has the line ends and the indentation of the file', () => {
    const from = `---\r\n  stage: lead\r\n${contacts.map(line => (line ? `  ${line}` : '')).join('\r\n')}\r\n---\r\n`;
    assert.equal(pasted(from, file('stage: lead')), file(`stage: lead\n${block}`));
    assert.equal(pasted(file(`stage: lead\n${block}`), '---\r\n  stage: lead\r\n---\r\n'), from);
  });

  it('comes out of braces', () => {
    const text = pasted('---\n{"stage":"lead","contacts":[{"name":"R"}],"x":1}\n---\n', file('stage: lead'));
    assert.equal(text, file('stage: lead\ncontacts: [{"name":"R"}]'));
  });

  it('comes out of braces over lines, with its own', () => {
    const from = '---\r\n{a: 1,\r\n "contacts" :   [R, # who\r\n  S], b: 2}\r\n---\r\n';
    assert.equal(pasted(from, file('stage: lead')), file('stage: lead\ncontacts: [R, # who\n  S]'));
  });

  it('comes out of braces over lines, with the line ends of where it goes', () => {
    const from = '---\n{contacts: [R,\n  S], stage: x}\n---\n';
    assert.equal(pasted(from, '---\r\na: 1\r\n---\r\n'), '---\r\na: 1\r\ncontacts: [R,\r\n  S]\r\n---\r\n');
  });

  it('goes into a front matter that has nothing, with its line ends', () => {
    assert.equal(pasted(file('contacts: [R]'), '---\n---\nNotes'), '---\ncontacts: [R]\n---\nNotes');
    assert.equal(pasted(file('contacts: [R]'), '---\r\n---\r\n'), '---\r\ncontacts: [R]\r\n---\r\n');
  });

  it('goes into no front matter that cannot be read, or has no keys', () => {
    for (const head of ['a: b: c', '- a', 'words', 'a: 1\na: 2', 'a: *nowhere', 'contacts: *nowhere'])
      assert.equal(pasted(file('contacts: [R]'), file(head)), undefined);
  });

  it('is left out where it would not say the same', () => {
    assert.equal(pasted(file('a: &team [R. Lee]\ncontacts: *team'), file('stage: lead')), undefined);
    assert.equal(pasted(file('contacts: &r [R]\nb: *r'), file('contacts: &r [x]\nstage: *r')), undefined);
    assert.equal(pasted(file('contacts: [R]'), '---\n{stage: lead}\n---\n'), undefined);
    assert.equal(pasted(file('contacts: [R]'), 'no front matter'), undefined);
  });

  it('is none where it is missing, says nothing or cannot be read', () => {
    for (const head of [
      'stage: lead',
      'contacts:',
      'contacts: []',
      'contacts: ~',
      'contacts: ""',
      'contacts: [',
      '<<: {contacts: [R]}',
    ])
      assert.equal(copyKey(file(head), 'contacts'), undefined);
  });

  it('says the same in any other file, whose other keys and lines stay, or is left out', () => {
    let taken = 0;
    forAll(
      changedFile.chain(from => changedFile.map(to => [from, to] as const)),
      ([{ text: from }, { text: to, isFlow }]) => {
        // An alias means something only where its anchor is.
        const isPlain = !isFlow && parseFrontMatter(to).kind === 'found' && !/[&*]|<</.test(from + to);
        for (const key of Object.keys(dataOf(from))) {
          const copied = copyKey(from, key);
          if (!copied) continue;
          const after = pasteKey(to, copied);
          if (after === undefined) {
            assert.ok(!isPlain, JSON.stringify([copied, to]));
            continue;
          }
          taken++;
          const [before, now] = [dataOf(to), dataOf(after)];
          assert.deepEqual(now[key], dataOf(from)[key]);
          const others = (data: Data) => Object.entries(data).filter(([name]) => name !== key);
          assert.deepEqual(others(now), others(before));
          if (Object.hasOwn(before, key)) continue;
          // An empty line may part it from another group of keys.
          const written = (some: readonly string[]) => some.filter(line => line.trim());
          const [old, lines] = [to, after].map(text => written(text.split('\n')));
          const count = written(copied.lines).length;
          assert.equal(lines!.length, old!.length + count);
          const at = lines!.findIndex((line, index) => line !== old![index]);
          assert.deepEqual(lines!.toSpliced(at, count), old);
        }
      },
      200,
    );
    assertEnough(taken, 100);
  });
});

import assert from 'node:assert/strict';
import { fileNameOf, FreeNames, freeName, isSameName } from '../../../../src/core/deal/fileName';

describe('the name of a deal’s file', () => {
  const long = (length: number) => 'x'.repeat(length);
  for (const [what, title, name] of [
    ['keeps names in one that are written in one', 'AcmeCorp SaaS', 'acmecorp-saas'],
    ['has up to 60 characters', long(60), long(60)],
    ['has no more', long(61), long(60)],
    ['ends with a whole word', `${long(30)} ${long(20)} ${long(30)}`, `${long(30)}-${long(20)}`],
    ['ends with a word that just fits', `${long(30)} ${long(29)} ${long(30)}`, `${long(30)}-${long(29)}`],
    ['has one joint where several signs are', '見積 ・ 東京', '見積-東京'],
    ['ends with a letter', '見積・東京 !', '見積-東京'],
    ['is in small letters, whatever the script', 'ᏣᎳᎩ', 'ꮳꮃꭹ'],
    ['begins with a letter', '（見積）東京', '見積-東京'],
  ] as const) {
    it(what, () => assert.equal(fileNameOf(title, []), `${name}.md`));
  }

  it('is not one that is there, however its accents are written', () => {
    assert.equal(fileNameOf('東京 が', ['東京-か\u3099.md']), '東京-が-2.md');
    assert.equal(freeName('Acme.v2.md', ['acme.V2.md', 'acme.v2-3.md']), 'Acme.v2-2.md');
  });

  it('is given once, to as many as ask: the same as for one after the other', () => {
    const titles = ['Acme', 'acme', 'ACME!', 'Acme 2', 'Zoë', 'Zoe', '', 'Acme'];
    const there = ['Acme-2.md', 'DEAL.md'];
    const given: string[] = [];
    for (const title of titles) given.push(fileNameOf(title, [...there, ...given]));
    const names = new FreeNames(there);
    assert.deepEqual(
      titles.map(title => names.take(title)),
      given,
    );
    assert.deepEqual(given.slice(0, 4), ['acme.md', 'acme-3.md', 'acme-4.md', 'acme-2-2.md']);
    assert.deepEqual(
      ['emea/Acme.v2.md', 'emea/acme.v2.md', 'apac/Acme.v2.md'].map(path => names.takeName(path)),
      ['emea/Acme.v2.md', 'emea/acme.v2-2.md', 'apac/Acme.v2.md'],
    );
  });

  it('is one with another only where they differ by case, or by how accents are written', () => {
    assert.ok(isSameName('ZOË.md', 'zoe\u0308.md'));
    assert.ok(!isSameName('zoe.md', 'zoë.md'));
    // Two letters in Turkish, of which the large form of one is ours.
    assert.ok(!isSameName('ılık.md', 'ilik.md'));
  });
});

import assert from 'node:assert/strict';
import { identityIn } from '../../../../../src/core/changes/fileSeen';
import { fileStateOf } from '../../../../../src/core/deal/past/fileState';
import { identityOf, isSameDeal } from '../../../../../src/core/deal/past/sameDeal';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import { file, read } from '../../../support/deals';

/** Who a deal is by its versions in git, which its past is told by, and by its entry, which changes are told by. */
function identities(frontMatter: string, path: string, body = '') {
  const text = file(`stage: proposal\n${frontMatter}`) + body;
  return [
    identityOf(fileStateOf(text, DEFAULT_PROCESS)!, path),
    identityIn({ entry: read(text, DEFAULT_PROCESS, path), text }),
  ] as const;
}

/** Told alike by both. */
function isSame(
  gone: string,
  come: string,
  { from = 'a.md', to = 'b.md', body = '' }: { from?: string; to?: string; body?: string } = {},
): boolean {
  const [inPast, inChanges] = identities(gone, from, body);
  const [laterInPast, laterInChanges] = identities(come, to, body);
  const told = isSameDeal(inPast, laterInPast);
  assert.equal(isSameDeal(inChanges, laterInChanges), told);
  return told;
}

describe('a file that went and one that came', () => {
  it('are one deal, whether the account is linked as a note or not', () => {
    const linked = 'title: Scanners\ncreated: 2026-01-05\naccount: "[[Accounts/Acme.md]]"';
    assert.ok(isSame(linked, 'title: Hand scanners\ncreated: 2026-01-05\naccount: Acme'));
  });

  it('are one deal with the same title, the same beginning or the same id elsewhere', () => {
    assert.ok(isSame('title: Acme', 'title: Acme'));
    assert.ok(isSame('created: 2026-01-02\naccount: Acme', 'created: 2026-01-02\naccount: Acme'));
    assert.ok(isSame('title: A\nsource_id: 17', 'title: B\nsource_id: "17"'));
  });

  it('are called by their first heading or their names, where no title stands in them', () => {
    assert.ok(isSame('account: Acme', 'account: Globex', { body: '\n# Scanners\n' }));
    assert.ok(isSame('value: 1', 'value: 2', { from: 'north/acme.md', to: 'south/acme.md' }));
    assert.ok(!isSame('value: 1', 'value: 1', { from: 'north/acme.md', to: 'north/globex.md' }));
  });

  it('are two where only a template is the same', () => {
    assert.ok(!isSame('title: Acme', 'title: Globex'));
    assert.ok(!isSame('created: 2026-01-02', 'created: 2026-01-02'));
    assert.ok(!isSame('account: Acme', 'account: Acme'));
    assert.ok(!isSame('title: A\nsource_id:', 'title: B\nsource_id:'));
  });

  it('are two where they say so themselves, whatever they are called', () => {
    assert.ok(!isSame('title: Renewal\ncreated: 2026-01-02', 'title: Renewal\ncreated: 2027-01-02'));
    assert.ok(!isSame('title: Renewal\nsource_id: 17', 'title: Renewal\nsource_id: 18'));
  });
});

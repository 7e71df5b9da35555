import assert from 'node:assert/strict';
import { isSameDeal } from '../../../../src/core/changes/sameDeal';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { file, read } from '../../support/deals';

function seen(frontMatter: string, path: string) {
  const text = file(`stage: proposal\n${frontMatter}`);
  return { entry: read(text, DEFAULT_PROCESS, path), text };
}

const isSame = (gone: string, come: string) => isSameDeal(seen(gone, 'a.md'), seen(come, 'b.md'));

describe('a file that went and one that came', () => {
  it('are one deal with the same title, the same beginning or the same id elsewhere', () => {
    assert.ok(isSame('title: Acme', 'title: Acme'));
    assert.ok(isSame('created: 2026-01-02\naccount: Acme', 'created: 2026-01-02\naccount: Acme'));
    assert.ok(isSame('title: A\nsource_id: 17', 'title: B\nsource_id: "17"'));
  });

  it('are two where only a template is the same', () => {
    assert.ok(!isSame('title: Acme', 'title: Globex'));
    assert.ok(!isSame('created: 2026-01-02', 'created: 2026-01-02'));
    assert.ok(!isSame('account: Acme', 'account: Acme'));
    assert.ok(!isSame('title: A\nsource_id:', 'title: B\nsource_id:'));
  });
});

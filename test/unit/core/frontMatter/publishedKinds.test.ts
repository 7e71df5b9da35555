import assert from 'node:assert/strict';
import { editFrontMatter } from '../../../../src/core/frontMatter/edit/editFrontMatter';
import { parseFastYaml } from '../../../../src/core/frontMatter/fastYaml';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { file } from '../../support/deals';
import { KINDS } from './support/kinds';

for (const [what, { yaml, data, edits }] of Object.entries(KINDS)) {
  describe(`a front matter ${what}`, () => {
    it('says what it says, to the fast reader too', () => {
      const parsed = parseFrontMatter(file(yaml));
      assert.ok(parsed.kind === 'found');
      assert.deepEqual(parsed.data, data);
      for (const text of [yaml, yaml.replaceAll('\n', '\r\n')]) assert.deepEqual(parseFastYaml(text), data);
    });

    for (const [change, replaced, by] of edits) {
      it(`takes ${JSON.stringify(change)}`, () => {
        const edited = editFrontMatter(file(yaml), change);
        assert.ok(edited.ok, JSON.stringify(edited));
        assert.equal(edited.text, file(yaml.replace(replaced, () => by)));
      });
    }
  });
}

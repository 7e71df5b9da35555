import assert from 'node:assert/strict';
import { parseYamlText } from '../../../../src/core/frontMatter/yamlText';

describe('a text of YAML', () => {
  const errorsOf = (yaml: string) =>
    parseYamlText(yaml, {})!.document.errors.map(({ code, message, pos }) => ({ code, message, pos }));

  it('is one document: where a second one begins is told', () => {
    assert.deepEqual(errorsOf('a: 1\n'), []);
    assert.deepEqual(errorsOf('a: 1\n---\nb: 2\n'), [
      { code: 'MULTIPLE_DOCS', message: 'A second document begins here', pos: [5, 6] },
    ]);
  });
});

import assert from 'node:assert/strict';
import { inUtf8 } from '../../../../src/core/capture/inUtf8';

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a mail whose heads name no encoding', () => {
  for (const sign of ['a', 'é', '€', '\uFFFD', '🎉'])
    it(`keeps the lines that are UTF-8 beside those of an old program: ${sign}`, () => {
      const mail = Buffer.concat([
        Buffer.from(`Subject: ${sign} and more\n`),
        Buffer.from('From: Jürgen\n\nHi', 'latin1'),
      ]);
      assert.equal(
        Buffer.from(inUtf8(mail, latin)).toString(),
        `Subject: ${sign} and more\nFrom: Jürgen\n\nHi`,
      );
    });
});

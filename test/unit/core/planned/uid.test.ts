import assert from 'node:assert/strict';
import { hashOf, placeOf, uidOf } from '../../../../src/core/planned/uid';

describe('the id of a day in calendars', () => {
  it('is the same for the same pipeline in the editor and on the command line, on any system', () => {
    const [uid] = ['/home/dana/team/deals', '/c:/team/deals', 'C:\\team\\deals\\', '/team/deals/'].map(path =>
      uidOf('close:acme.md', placeOf(path)),
    );
    for (const path of ['/c:/team/deals', 'C:\\team\\deals\\', '/team/deals/'])
      assert.equal(uidOf('close:acme.md', placeOf(path)), uid, path);
    assert.deepEqual(placeOf('/c:/deals'), placeOf('C:\\deals'));
    assert.deepEqual(placeOf('/Zoe\u0308/deals'), placeOf('/Zo\u00eb/deals'));
  });

  it('is made by the hash that others compute', () => {
    assert.equal(hashOf(''), '6c62272e07bb014262b821756295c58d');
    assert.equal(hashOf('a'), 'd228cb696f1a8caf78912b704e4a8964');
    assert.notEqual(uidOf('a', ['b', 'c']), uidOf('a', ['b:c']));
  });
});

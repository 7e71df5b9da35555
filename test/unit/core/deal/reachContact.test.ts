import assert from 'node:assert/strict';
import { mailPath, phoneOf, telPath } from '../../../../src/core/deal/reachContact';
import { file } from '../../support/deals';
import { HOSTILE } from '../../support/hostile';

describe('how to reach a contact', () => {
  for (const [text, mail, tel] of [
    ['r.lee+a@acme.example', 'r.lee+a@acme.example', undefined],
    ['zoë@acme.example', 'zoë@acme.example', undefined],
    ['r@acme.example?subject=x', undefined, undefined],
    ['r@acme.example,s@acme.example', undefined, undefined],
    ['mailto:r@acme.example', undefined, undefined],
    ['+49 (30) 123-45/6', undefined, '+4930123456'],
    ['0049', undefined, '0049'],
    ['+49 30;ext=1', undefined, undefined],
    ['call me', undefined, undefined],
  ] as const)
    it(`“${text}” is ${mail ?? tel ?? 'no way'}`, () => {
      assert.deepEqual([mailPath(text), telPath(text)], [mail, tel]);
    });

  it('is never by what a hostile text says', () => {
    for (const text of Object.values(HOSTILE)) {
      assert.doesNotMatch(mailPath(text) ?? '', /[?&:%/#]/);
      assert.match(telPath(text) ?? '', /^\+?\d*$/);
    }
  });

  const contacts = file(
    'stage: proposal\ncontacts:\n  - {name: R. Lee, phone: 0049 30}\n  - name: I. Ito\n    email: i@acme.example\n    phone: "+4930123"\n  - S. Sol',
    '',
  );

  it('is by the number that the file writes beside the name and the address', () => {
    assert.equal(phoneOf(contacts, { name: 'R. Lee', email: undefined }), '0049 30');
    assert.equal(phoneOf(contacts, { name: 'I. Ito', email: 'i@acme.example' }), '+4930123');
    assert.equal(phoneOf(contacts, { name: 'I. Ito', email: 'other@acme.example' }), undefined);
    assert.equal(phoneOf(contacts, { name: 'S. Sol', email: undefined }), undefined);
  });

  it('is by a number under the team’s own name for contacts', () => {
    const own = contacts.replace('contacts:', 'people:');
    assert.equal(
      phoneOf(own, { name: 'R. Lee', email: undefined }, new Map([['contacts', 'people']])),
      '0049 30',
    );
  });
});

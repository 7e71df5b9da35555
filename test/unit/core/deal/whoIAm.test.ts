import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ownerOf, ownersOnce } from '../../../../src/core/deal/whoIAm';
import { forAll } from '../../support/property';

const TEAM = ['dana', 'marek', 'Priya Nair', 'tom'];

describe('who I am', () => {
  for (const [person, owners, is] of [
    // What a person says counts, in the spelling that most deals have.
    [{ owner: 'Dana', name: 'Marek', email: 'marek@acme.example' }, TEAM, 'dana'],
    [{ owner: ' sam ' }, TEAM, 'sam'],
    [{ owner: 'DANA' }, ['Dana', 'dana', 'dana'], 'dana'],
    [{ owner: ' ', name: 'Tom' }, TEAM, 'tom'],
    // The whole name or address, with differences that are none.
    [{ name: 'priya nair' }, TEAM, 'Priya Nair'],
    [{ name: 'Jose  Núñez' }, ['José Nunez', 'tom'], 'José Nunez'],
    [{ name: 'Priya Nair' }, ['priya.nair', 'priya.shah'], 'priya.nair'],
    [{ email: 'priya.nair@acme.example' }, TEAM, 'Priya Nair'],
    [{ email: 'dana@acme.example' }, ['dana@acme.example', 'dana@other.example'], 'dana@acme.example'],
    [{ name: 'Dana' }, ['dana', 'Dana Smith'], 'dana'],
    // The first name or the mail's name.
    [{ name: 'Dana Smith', email: 'office@acme.example' }, TEAM, 'dana'],
    [{ name: 'D. Smith', email: 'dana@acme.example' }, TEAM, 'dana'],
    [{ name: 'Priya' }, TEAM, 'Priya Nair'],
    [{ email: '123456+dana@users.noreply.example' }, TEAM, 'dana'],
    // Nobody, or several.
    [{}, TEAM, undefined],
    [{ name: 'Sam Reed', email: 'sam@acme.example' }, TEAM, undefined],
    [{ name: 'Dana Smith' }, ['dana', 'Dana Kim'], undefined],
    [{ name: 'Dana Smith' }, ['Dana Kim', 'tom'], undefined],
    [{ name: 'Dana' }, ['Dana Kim', 'Dana Smith'], undefined],
    [{ name: 'Dana Smith', email: 'tom@acme.example' }, TEAM, undefined],
    [{ name: 'tom', email: 'priya.nair@acme.example' }, TEAM, undefined],
    [{ name: 'dan' }, TEAM, undefined],
    [{ name: 'Dana' }, [], undefined],
  ] as const) {
    it(`${JSON.stringify(person)} among ${owners.join(', ')} is ${is}`, () => {
      assert.equal(ownerOf(person, owners), is);
    });
  }

  it('is nobody who owns no deal, unless that was said', () => {
    const names = fc.constantFrom('dana', 'Dana Smith', 'dana.kim', 'tom', '', '@', 'Dana@x.example', '+');
    const some = fc.record({ name: names, email: names }, { requiredKeys: [] });
    forAll(fc.tuple(some, fc.array(names)), ([person, owners]) => {
      const found = ownerOf(person, owners);
      assert.ok(found === undefined || owners.some(owner => owner === found));
    });
  });

  it('lists owners once, those with most deals first', () => {
    assert.deepEqual(ownersOnce(['tom', 'Dana', 'dana', 'dana', ' ']), ['dana', 'tom']);
  });
});

import assert from 'node:assert/strict';
import {
  byUse,
  isNewName,
  numberOrText,
  readPercent,
  readShare,
  readTag,
} from '../../../../src/core/deal/typedValues';

describe('a tag as it is typed', () => {
  for (const [typed, tag] of [
    ['hardware', 'hardware'],
    [' #hardware ', 'hardware'],
    ['##hardware', 'hardware'],
    ['# hardware', 'hardware'],
    ['c#', 'c#'],
    ['two  words', 'two words'],
    ['', undefined],
    ['#', undefined],
    ['a, b', undefined],
  ] as const) {
    it(`“${typed}” is ${tag}`, () => assert.equal(readTag(typed), tag));
  }

  it('is offered by how often it is used, and then by the alphabet', () => {
    assert.deepEqual(byUse(['b', 'a', 'c', 'b', 'toString']), ['b', 'a', 'c', 'toString']);
    assert.deepEqual(byUse(['d', 'c', 'b', 'b', 'a', 'e', 'e', 'e']), ['e', 'b', 'a', 'c', 'd']);
    assert.deepEqual(byUse([]), []);
  });
});

describe('a name as it is typed', () => {
  for (const [typed, isNew] of [
    ['sam', true],
    ['dana l', true],
    ['dana', false],
    ['DANA', false],
    [' Dana  Lee ', false],
  ] as const) {
    it(`“${typed}” is ${isNew ? 'new' : 'known'} beside dana and Dana Lee`, () =>
      assert.equal(isNewName(typed, ['dana', 'Dana Lee']), isNew));
  }
});

describe('a chance as it is typed', () => {
  for (const [typed, percent] of [
    ['60', 60],
    [' 60 ', 60],
    ['60%', 60],
    ['62.5 %', 62.5],
    ['62,5', 62.5],
    ['0.4%', 0.4],
    ['0.4', undefined],
    ['0,4', undefined],
    ['1,000', undefined],
    ['0', 0],
    ['100', 100],
    ['100.0', 100],
    ['101', undefined],
    ['100.5', undefined],
    ['1000', undefined],
    ['-5', undefined],
    ['60  %', undefined],
    ['60 %%', undefined],
    ['about 60', undefined],
    ['60 of 100', undefined],
    ['.5', undefined],
    ['5.', undefined],

    ['', undefined],
  ] as const) {
    it(`“${typed}” is ${percent}`, () => assert.equal(readPercent(typed), percent));
  }
});

describe('what is typed into a field of the team’s own', () => {
  for (const [typed, value] of [
    ['5', 5],
    ['-1.5', -1.5],
    ['0', 0],
    ['0042', '0042'],
    ['1.10', '1.10'],
    ['1e3', '1e3'],
    ['Infinity', 'Infinity'],
    ['NaN', 'NaN'],
    ['five', 'five'],
    ['', ''],
  ] as const) {
    it(`is ${typeof value === 'number' ? 'a number' : 'a text'}: “${typed}”`, () =>
      assert.equal(numberOrText(typed), value));
  }
});

describe('a share of one as it is typed', () => {
  for (const [typed, meant] of [
    ['0.4', 40],
    ['0,4', 40],
    ['.07', 7],
    ['0.125', 12.5],
    ['0.4%', undefined],
    ['0', undefined],
    ['1', undefined],
    ['40', undefined],
    ['high', undefined],
  ] as const)
    it(`“${typed}” is ${meant} percent`, () => assert.equal(readShare(typed), meant));
});

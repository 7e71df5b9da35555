import assert from 'node:assert/strict';
import { makeProcess } from '../../../../../src/core/process/process';
import { file } from '../../../support/deals';
import { fixAll } from '../../../../../src/core/deal/fixes/fixAll';
import { applyEdits } from '../../../../../src/core/textEdit';
import { offered, patient } from './support/offered';

const titled = (head: string, code: string, process = makeProcess()) =>
  offered(file(head), code, process).map(([title, manner]) => `${manner} ${title}`);
const amount = (written: string, more = '', process = makeProcess()) =>
  titled(`stage: closing\nvalue: ${written}${more}`, 'invalid-value', process);

describe('an amount is written unasked', () => {
  for (const [written, title] of [
    ['"48 000"', 'Change to 48000'],
    ['"1\'200"', 'Change to 1200'],
    ['48 000 EUR', 'Change to 48000 and the currency to EUR'],
    ['EUR48k', 'Change to 48000 and the currency to EUR'],
    ['€48k', 'Change to 48000 and the currency to EUR'],
    ['48k', 'Change to 48000'],
  ] as const) {
    it(`where it is read in one way alone: ${written}`, () =>
      assert.deepEqual(amount(written), [`safe ${title}`]));
  }

  for (const [written, title] of [
    ['"007"', 'Change to 7'],
    ['"1.500"', 'Change to 1500'],
    ['"1,5"', 'Change to 1.5'],
    ['~50k', 'Change to 50000'],
    ['5M', 'Change to 5000000'],
    ['5 TOP', 'Change to 5 and the currency to TOP'],
    ['48k ALL', 'Change to 48000 and the currency to ALL'],
  ] as const) {
    it(`but not where it may be another one: ${written}`, () =>
      assert.deepEqual(amount(written), [`preferred ${title}`]));
  }

  it('in a currency whose code is a word where the team has money in it', () => {
    const process = makeProcess({ currency: 'TRY' });
    assert.deepEqual(amount('5 TRY', '', process), ['safe Change to 5 and the currency to TRY']);
  });

  it('is offered in each currency that may be meant, the likeliest preferred', () => {
    const several = amount('$48');
    assert.ok(several.length > 1 && several.length <= 4);
    assert.deepEqual(several.slice(0, 2), [
      'preferred Change to 48 and the currency to USD',
      'offered Change to 48 and the currency to CAD',
    ]);
  });

  it('is in the team’s currency where that of the file is none', () => {
    const process = makeProcess({ currency: 'CAD' });
    assert.deepEqual(amount('$48', '\ncurrency: money', process), [
      'preferred Change to 48 and the currency to CAD',
    ]);
    assert.deepEqual(amount('$48', '\ncurrency: AUD', process), ['safe Change to 48']);
    assert.deepEqual(amount('$48', '', process), ['safe Change to 48 and the currency to CAD']);
  });
});

describe('what may be meant by a word', () => {
  it('may be today, of what has happened', () => {
    assert.deepEqual(titled('stage: closing\nstatus: won\nclosed_on: today', 'invalid-date'), [
      'preferred Change to “2026-11-20”',
    ]);
    assert.deepEqual(titled('stage: closing\nstatus: won\nclosed_on: tomorrow', 'invalid-date'), []);
  });

  it('is nothing where it is no number', () => {
    assert.deepEqual(titled('stage: closing\nprobability: lots', 'invalid-probability'), []);
    assert.deepEqual(titled('stage: closing\nvalue: lots', 'invalid-value'), []);
  });
});

describe('what a fix is about and what goes with it', () => {
  it('is told also where both are on one line', () => {
    const process = makeProcess({
      missingFields: 'block',
      stages: { 'lead-generation': { required: ['value'] } },
    });
    const text = '---\n{stage: prospecting, value: "48k"}\n---\n';
    const { edits, fixed } = fixAll(patient(text, process));
    assert.equal(applyEdits(text, edits), text.replace('"48k"', '48000'));
    assert.deepEqual(
      fixed.map(({ code }) => code),
      ['invalid-value', 'missing-field'],
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeDeal } from '../../../../src/core/deal/changeDeal';
import type { Entry } from '../../../../src/core/deal/entry';
import { diagnose } from '../../../../src/core/deal/fixes/fixes';
import { draftDeal } from '../../../../src/core/deal/newDeal';
import { moveDeal } from '../../../../src/core/deal/transition';
import { FIELDS, type Field } from '../../../../src/core/fields/table';
import type { FieldNames } from '../../../../src/core/process/fieldNames';
import { makeProcess } from '../../../../src/core/process/process';
import { readProcess } from '../../../../src/core/process/processFile';
import { file, read, readBad, readGood } from '../../support/deals';
import { TODAY } from '../../support/edits';
import { forAll } from '../../support/property';
import { sentenceOf, sentence } from '../../../../src/words/sentence';

const { process } = readProcess(
  'fields: {value: amount, account: customer, stage: Phase des Deals, next_step_on: due}',
);

describe('own names for the fields', () => {
  const text = file(
    'customer: Acme Corp\nPhase des Deals: proposal\namount: 48000\nvalue: high # our own\ndue: soon',
  );

  it('hold for reading, and their standard names are keys like any other', () => {
    const { deal, problems } = readGood(text, process);
    assert.deepEqual([deal.account, deal.stage, deal.value?.amount], ['Acme Corp', 'proposal', 48000]);
    assert.deepEqual(
      problems.map(({ line, says }) => [line, sentenceOf({ says })]),
      [[6, '“due” is “soon”, not a date. Write it like 2026-12-18.']],
    );
  });

  it('are what messages and fixes call them', () => {
    const { process: ended } = readProcess('fields: {closed_on: ended, lost_reason: why}');
    const text = file('stage: closing\nended: 2026-11-01\nwhy: price');
    const { problems, fixesOf } = diagnose({ path: 'a.md', text, process: ended, today: TODAY, alike: [] });
    const problem = problems.find(({ code }) => code === 'open-with-outcome')!;
    assert.match(sentenceOf(problem), /^“ended” says .* remove “ended”\.$/);
    assert.equal(sentence(fixesOf(problem).at(-1)!.says), 'Keep it open: remove ended, why');
  });

  it('may have signs in them that mean something in a pattern', () => {
    for (const name of ['deal-status', 'a & b', 'status?', '$x.y', 'a\\d', '[s]', 'é@/']) {
      const { process: own } = readProcess(`fields: {status: '${name}'}\n`);
      const entry = readGood(file(`stage: proposal\n'${name}': open # yet\ntitle: '#1'`), own);
      assert.equal(entry.deal.status, 'open', name);
    }
  });

  it('are named where a file needs attention', () => {
    assert.equal(readBad(file('Phase des Deals: propsal'), process).line, 2);
  });

  it('hold for writing', () => {
    const moved = moveDeal('a.md', text, { kind: 'advance' }, process, { today: TODAY });
    assert.ok(moved.ok);
    const wanted = text
      .replace('Deals: proposal', 'Deals: negotiation')
      .replace('soon\n', `soon\nhistory:\n  - {on: ${TODAY}, stage: negotiation, from: proposal}\n`);
    assert.equal(moved.edited.text, wanted);
    const changed = changeDeal('a.md', text, process, () => ({
      frontMatter: { set: { value: 5, currency: 'GBP' }, clear: ['account'] },
    }));
    assert.ok(changed.ok);
    assert.equal(
      changed.edited.text,
      file('Phase des Deals: proposal\namount: 5\ncurrency: GBP\nvalue: high # our own\ndue: soon'),
    );
  });

  it('may be used for what a stage requires, and so may the standard ones', () => {
    const { process: strict } = readProcess(
      'fields: {value: amount}\nstages: {proposal: {required: [amount, close_date]}, closing: {required: [value]}}',
    );
    assert.deepEqual(strict.required, ['value', 'close_date']);
    assert.deepEqual(readGood(file('stage: proposal\namount: 5'), strict).deal.absent, ['close_date']);
  });

  it('hold for a new deal and for its template', () => {
    const deal = { title: 'Acme', account: 'Acme Corp', amount: 5, stage: 'closing', today: TODAY } as const;
    const made = (template?: string) => {
      const draft = draftDeal(deal, makeProcess({ fields: process.fields, writesHistory: false }), template);
      if (!draft.ok) return sentenceOf(draft.problem);
      const changed = changeDeal('a.md', draft.text, process, draft.change);
      return changed.ok ? changed.edited.text : sentenceOf(changed.problem);
    };
    assert.match(
      made(),
      /^---\ntitle: Acme\ncustomer: Acme Corp\n\nPhase des Deals: closing\n\namount: 5\n\ncreated:/,
    );
    const template = file('customer: {{account}}\nPhase des Deals: proposal');
    assert.match(
      made(template),
      /^---\ntitle: Acme\ncustomer: Acme Corp\nPhase des Deals: closing\namount: 5\n/,
    );
    assert.match(made(file('value: {{value}}')), /fills in “value”, but this pipeline calls it “amount”/);
  });

  it('change nothing else: all is read and written as with the standard names, but for those', () => {
    const own = ['amount', 'Größe', 'a-b', 'of it', 'zz', 'no', 'null'];
    const names: fc.Arbitrary<FieldNames> = fc
      .tuple(
        fc.shuffledSubarray([...FIELDS], { maxLength: own.length }),
        fc.shuffledSubarray(own, { minLength: own.length }),
      )
      .map(([fields, some]) => new Map(fields.map((field, at) => [field, some[at]!] as const)));
    const value = fc.constantFrom('5', 'dana', '2026-01-05', '[a, b]', '', '"x" # c', '{name: R. Lee}');
    const lines = fc
      .uniqueArray(fc.tuple(fc.constantFrom<string>(...FIELDS, 'mine'), value), { selector: ([key]) => key })
      .map(some => [...some.filter(([key]) => key !== 'stage'), ['stage', 'proposal']] as const);
    const change = fc.record(
      {
        set: fc.dictionary(
          fc.constantFrom('value', 'owner', 'next_step', 'status'),
          fc.constantFrom('5', 'x'),
        ),
        clear: fc.subarray(['account', 'close_date']),
        append: fc.dictionary(fc.constantFrom('tags', 'history'), fc.constant('x')),
      },
      { noNullPrototype: true },
    );
    forAll(fc.tuple(names, lines, change), ([fields, some, frontMatter]) => {
      const key = (name: string) => {
        const given = fields.get(name as Field) ?? name;
        return given === 'null' ? "'null'" : given;
      };
      const written = (nameOf: (name: string) => string) =>
        file(some.map(([name, text]) => `${nameOf(name)}: ${text}\n`).join(''));
      const renamed = (text: string) => text.replace(/^(\w+)(?=:)/gm, key);
      const [standard, team] = [makeProcess(), makeProcess({ fields })];
      const [asStandard, asTeam] = [written(name => name), written(key)];
      const dealIn = (entry: Entry) => (entry.kind === 'deal' ? entry.deal : entry.kind);
      assert.deepEqual(dealIn(read(asTeam, team)), dealIn(read(asStandard, standard)));
      const changed = changeDeal('a.md', asStandard, standard, () => ({ frontMatter }));
      const inTeam = changeDeal('a.md', asTeam, team, () => ({ frontMatter }));
      assert.equal(inTeam.ok, changed.ok);
      if (changed.ok && inTeam.ok) assert.equal(inTeam.edited.text, renamed(changed.edited.text));
    });
  });
});

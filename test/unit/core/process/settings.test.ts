import assert from 'node:assert/strict';
import { stageOf } from '../../../../src/core/process/process';
import { processFromFile, readProcess } from '../../../../src/core/process/processFile';
import { viewAsItem, DEFAULT_VIEW } from '../../../../src/core/process/view';
import { error } from '../../../../src/core/problem';
import { sentenceOf } from '../../../../src/words/sentence';

/** What is said of a text that has one thing wrong, and the process that counts then. */
function told(text: string) {
  const { process, problems } = readProcess(text);
  assert.equal(problems.length, 1, JSON.stringify(problems));
  return { process, sentence: sentenceOf(problems[0]!) };
}

const inProposal = (setting: string) => `stages:\n  proposal:\n    ${setting}`;
const inView = (filter: string) => `views: [{name: A, ${filter}}]`;

describe('a setting that makes no sense is told, with what it should be', () => {
  for (const [text, expected] of [
    ['fields: [value]', 'names by field, such as “value: amount”, but found a list'],
    ['fields: {value: 5}', 'the name of a key, such as amount, but found 5'],
    ['currency: .nan', 'a three-letter currency code, such as EUR, but found NaN'],
    ['currency: EUR\nrates: [GBP]', 'rates by currency, such as “GBP: 1.17”, but found a list'],
    ['currency: EUR\nrates: {GBP: 0}', 'a number above 0, such as 1.17, but found 0'],
    ['quota: 5', 'amounts by quarter, such as “2026-Q4: 500000”, but found 5'],
    ['quota: {2026-Q4: much}', 'an amount, such as 500000, but found “much”'],
    [
      'quota: {2026-Q4: {currency: EUR}}',
      'an `amount`, such as {amount: 500000, currency: GBP}, but found a group of keys',
    ],
    ['min_sample: true', 'a number from 1 to 1000, but found true'],
    ['min_sample: 1001', 'a number from 1 to 1000, but found 1001'],
    ['min_sample: 0', 'a number from 1 to 1000, but found 0'],
    [inProposal('probability: "50"'), 'a number from 0 to 100, but found “50”'],
    [inProposal('label: " "'), 'a name, but found “”'],
    [inProposal('purpose: 5'), 'a sentence, but found 5'],
    [inProposal('guidance: [a]'), 'text, but found a list'],
    [inProposal('exit_criteria: [known]'), 'a criterion with an `id` and a `text`, but found “known”'],
    [inProposal('exit_criteria: [{id: a, text: 5}]'), 'a sentence, but found 5'],
    [inProposal('required: [value, " "]'), 'a name or a list of names, but found “”'],
    ['views: [{name: 5}]', 'a name, but found 5'],
    [inView('text: 5'), 'words, but found 5'],
    [inView('reversed: often'), 'true or false, but found “often”'],
    [inView('owner: [" "]'), 'a name or a list of names, but found “”'],
    [inView('status: "open, pending"'), 'open, won, lost, but found “open, pending”'],
  ] as const) {
    it(JSON.stringify(text), () =>
      assert.equal(told(text).sentence, `Expected ${expected}. Using the default.`),
    );
  }

  it('also a key that is no name', () => {
    assert.match(told('? [skip]\n: warn').sentence, /^There is no setting “”/);
  });

  it('and how deep a file may be nested', () => {
    assert.match(told('['.repeat(200)).sentence, /\b100\b/);
  });
});

describe('what is wrong in a list or a group is left out, and nothing else', () => {
  it('reasons, names and criteria', () => {
    assert.deepEqual(told('lost_reasons: [price, 5, timing]').process.lostReasons, ['price', 'timing']);
    for (const wrong of ['{id: 1, text: b}', '{id: a, text: 5}', '{text: b}', '{id: a}', 'known']) {
      const { process } = told(inProposal(`exit_criteria: [${wrong}, {id: ok, text: Fine.}]`));
      assert.deepEqual(stageOf(process, 'proposal').exitCriteria, [{ id: 'ok', text: 'Fine.' }], wrong);
    }
    assert.deepEqual([...told('fields: {value: 5, owner: rep}').process.fields], [['owner', 'rep']]);
  });

  it('rates and quotas', () => {
    assert.deepEqual([...told('currency: EUR\nrates: {GBP: 0, USD: 0.9}').process.rates], [['USD', 0.9]]);
    for (const wrong of ['much', '{currency: EUR}', '{amount: much}', '-1'])
      assert.equal(told(`quota: {2026-Q4: ${wrong}}`).process.quota.size, 0, wrong);
  });

  it('views, and what they ask for', () => {
    const views = (text: string) => told(text).process.views;
    assert.deepEqual(views('views: [Mine, {name: A}]'), [{ name: 'A', view: DEFAULT_VIEW }]);
    assert.deepEqual(views('views: [{owner: dana}, {name: A}]'), [{ name: 'A', view: DEFAULT_VIEW }]);
    for (const wrong of ['stalled: often', 'reversed: often', 'sort: x', 'from: 2026-02-30', 'owner: ~'])
      assert.deepEqual(views(inView(wrong)), [{ name: 'A', view: DEFAULT_VIEW }], wrong);
  });

  it('a history that is kept nowhere that we know stays in the file', () => {
    assert.equal(told('history: git').process.writesHistory, true);
    assert.equal(readProcess('history: file').process.writesHistory, true);
    assert.equal(readProcess('history: none').process.writesHistory, false);
  });
});

describe('a setting is read as it is meant', () => {
  const good = (text: string) => {
    const { process, problems } = readProcess(text);
    assert.deepEqual(problems, []);
    return process;
  };

  it('with the numbers at both ends of its range', () => {
    assert.deepEqual([good('min_sample: 1').minSample, good('min_sample: 1000').minSample], [1, 1000]);
    for (const probability of [0, 100])
      assert.equal(
        stageOf(good(inProposal(`probability: ${probability}`)), 'proposal').probability,
        probability,
      );
  });

  it('with names that have blanks, commas and numbers among them, each once', () => {
    const owners = (written: string) => good(inView(`owner: ${written}`)).views[0]!.view.filter.owner;
    assert.deepEqual(owners('" dana , , ben,"'), ['dana', 'ben']);
    assert.deepEqual(owners('[" dana ", 42]'), ['dana', '42']);
    assert.deepEqual(owners('7'), ['7']);
    assert.deepEqual(stageOf(good(inProposal('required: [value, value]')), 'proposal').required, ['value']);
  });

  it('where several stages keep their labels', () => {
    good(
      'stages:\n  proposal: {probability: 55}\n  closing: {probability: 95}\n  negotiation: {label: Talks}',
    );
  });

  it('and written as it is read: names with commas between them, or as a list where one has a comma', () => {
    const item = (owner: readonly string[]) =>
      viewAsItem({ name: 'A', view: { ...DEFAULT_VIEW, filter: { owner } } });
    assert.deepEqual(item(['dana', 'ben']), { name: 'A', owner: 'dana, ben' });
    assert.deepEqual(item(['Lee, Dana', 'ben']), { name: 'A', owner: ['Lee, Dana', 'ben'] });
  });
});

describe('a process file that is no text', () => {
  const problem = error('not-utf8', { say: 'notUtf8', args: { isUtf16: false } });
  const { process: before } = readProcess('skip: block');

  it('leaves the process as it was', () => {
    const { process, problems } = processFromFile({ problem }, before);
    assert.equal(process, before);
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [['not-utf8', 'error']],
    );
    assert.match(sentenceOf(problems[0]!), /The previous settings stay in effect until this is fixed\.$/);
  });

  it('lets no deal be moved where there was none before', () => {
    const { process, problems } = processFromFile({ problem });
    assert.equal(process.unknownRules, problems[0]);
    assert.equal(processFromFile({ text: 'skip: block' }).process.skip, 'block');
  });
});

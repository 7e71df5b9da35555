import type { Expected, Meanwhile, ProcessSays, WayOut } from '../../../core/process/say';
import { foundThere } from './found';
import { named, quoted } from './quoted';
import type { Sentences } from '../../sentences';

const FILE = 'sales-process.yaml';

export const PROCESS: Sentences<ProcessSays> = {
  processNotRead: ({ why, kept }, within) =>
    `${within(why)} ${kept === 'builtIn' ? 'The built-in process is used' : 'The previous settings stay in effect'} until this is fixed.`,
  rulesUnknown: ({ line, file, canForce }) => {
    const wayOut = file === undefined ? `Fix ${FILE}, line ${line}` : `Rename ${quoted(file)} to ${FILE}`;
    return `Can’t check your team’s rules. ${wayOut}, then try again${canForce ? ', or use --force' : ''}.`;
  },
  wrongSetting: ({ there, expected, meanwhile }) =>
    `Expected ${expectedAs(expected)}, but found ${foundThere(there)}. ${untilThen(meanwhile)}`,
  settingsExpected: ({ there }) =>
    `Expected settings, one “key: value” per line, but found ${foundThere(there)}.`,
  unknownSetting: ({ key, meant, wayOut, meanwhile }) => {
    const tip = meant === undefined ? wayOutOf(wayOut) : `Did you mean \`${meant}\`?`;
    const then = meanwhile === undefined ? '' : ` ${untilThen(meanwhile)}`;
    return `There is no setting ${quoted(key)}${typeof wayOut === 'string' ? '' : ' here'}. ${tip}${then}`;
  },
  stageByOtherName: ({ written, stage }) =>
    `${quoted(written)} works, but the stage’s id is better: write \`${stage}\`.`,
  stageNameTaken: ({ name, stage }) =>
    `${quoted(name)} is already a name of the stage \`${stage}\`. Give each stage its own names.`,
  fieldNameTaken: ({ name, field }) =>
    `\`${name}\` is already the name of another field. \`${field}\` keeps its own name.`,
  criterionTwice: ({ id }) => `This stage has two criteria ${quoted(id)}. Only the first one counts.`,
  viewTwice: ({ name }) => `There are two views ${quoted(name)}. Only the first one counts.`,
  quotaTwice: ({ owner, quarter }) =>
    `There are two quotas for ${quoted(owner)} in ${quarter}. Only the first one counts.`,
  ratesWithoutCurrency: () => 'Rates convert into your team’s currency. Add `currency` to say which one.',
  ownRate: ({ currency }) => `${currency} is your team’s own currency, so its rate is always 1.`,
  noSuchDay: ({ day }) => `There is no day ${day}. Check the date.`,
  severalDocuments: ({ file, what }) =>
    `${file} holds several documents, or something that looks like them. Add the ${what} by hand.`,
  percentAsShare: ({ percent, meant }) =>
    `The probability is ${percent}, which is less than one percent. Did you mean ${meant}?`,
  pointInThousands: ({ written, amount, meant }) =>
    `“${written}” counts as ${amount}. Did you mean ${meant}? Write it without a point.`,
  misnamed: ({ file, isThere }) =>
    isThere
      ? `${quoted(file)} isn’t read: your team’s process is ${FILE}. Merge what you need into that, and delete this one.`
      : `${quoted(file)} isn’t read, so your team’s rules aren’t known, and no deal is moved. Rename it to ${FILE}.`,
  misnamedBelow: ({ file }) =>
    `${quoted(file)} isn’t read, so this folder has no process of its own. Rename it to ${FILE}, or delete it.`,
  tooLong: ({ most }) =>
    `This file is longer than ${most.toLocaleString('en')} characters, which no process is. Check whether it’s the right file.`,
  fieldsByHand: ({ fields, file }) =>
    `Can’t add the keys to ${file} without changing something else. Write there by hand: fields: ${fields}.`,
  aliasByHand: ({ name, stage, file }) =>
    `Can’t add it to ${file} without changing something else. Add ${quoted(name)} to the \`aliases\` of \`${stage}\` by hand.`,
  noSuchStage: ({ name, meant, or, stages }) => {
    const wayOut =
      meant === undefined
        ? `The stages are ${stages.map(one => named(one)).join(', ')}.`
        : `Did you mean ${quoted(meant)}${or === undefined ? '' : ` or ${quoted(or)}`}?`;
    return `There is no stage ${quoted(name)}. ${wayOut}`;
  },
};

function wayOutOf(wayOut: WayOut): string {
  return typeof wayOut === 'string'
    ? WAYS_OUT[wayOut]
    : `The rule \`${wayOut.rule}\` belongs at the top level of the file.`;
}

const WAYS_OUT: Readonly<Record<Extract<WayOut, string>, string>> = {
  ignored: 'It is ignored.',
  sevenStages: 'The seven stages are fixed; use a stage’s `label` to rename it.',
  currencyCode: 'Write a currency code, such as GBP.',
  quarter: 'Write a quarter, such as 2026-Q4.',
};

const EXPECTED: Readonly<Record<Extract<Expected, string>, string>> = {
  fields: 'names by field, such as “value: amount”',
  fieldName: 'the name of a key, such as amount',
  stages: 'the stages by their ids, such as “proposal:”',
  stage: 'settings of the stage, such as “label: …”',
  criteria: 'a list of criteria, each with an `id` and a `text`',
  criterion: 'a criterion with an `id` and a `text`',
  criterionId: 'a short name, such as budget-known',
  required: 'keys that people fill in, such as [value, close_date]',
  views: 'a list of views, each with a `name`',
  view: 'a view with a `name`, such as {name: Stalled, stalled: true}',
  name: 'a name',
  sentence: 'a sentence',
  text: 'text',
  texts: 'a list of texts',
  words: 'words',
  names: 'a name or a list of names',
  flag: 'true or false',
  currency: 'a three-letter currency code, such as EUR',
  currencies: 'currency codes, such as EUR',
  rates: 'rates by currency, such as “GBP: 1.17”',
  rate: 'a number above 0, such as 1.17',
  quota: 'amounts by quarter, such as “2026-Q4: 500000”',
  todayRules: 'a list of rules, such as [overdue, due, stalled]',
  amount: 'an amount, such as 500000',
  amountInMap: 'an `amount`, such as {amount: 500000, currency: GBP}',
  day: 'a date, such as 2026-12-18',
  warnings: 'warnings, such as {contacts: 2, value: on}',
  decisionMaker: 'on, off or a list of roles, such as [owner, managing director]',
  role: 'a role, such as owner',
};

function expectedAs(expected: Expected): string {
  if (typeof expected === 'string') return EXPECTED[expected];
  if ('wholeFrom' in expected) return `a whole number from ${expected.wholeFrom} to ${expected.to}, or off`;
  if ('from' in expected) return `a number from ${expected.from} to ${expected.to}`;
  return 'oneOf' in expected ? anyOf(expected.oneOf) : expected.someOf.join(', ');
}

/** `allow, warn or block` */
function anyOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function untilThen(meanwhile: Meanwhile): string {
  if (meanwhile === 'default') return 'Using the default.';
  return meanwhile === 'noMoves'
    ? 'No deal is moved until this is fixed.'
    : `It stays “${meanwhile.rule}” until this is fixed.`;
}

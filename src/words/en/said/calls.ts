import { CALLS_FILE } from '../../../core/calls/callsFileName';
import type { CallExpected, CallSays } from '../../../core/calls/say';
import { foundThere } from './found';
import { named, quoted } from './quoted';
import type { Sentences } from '../../sentences';

export const CALLS: Sentences<CallSays> = {
  callsExpected: ({ there }) =>
    `Expected calls below the name of an owner, such as “dana:” and a line ${EXAMPLE}, but found ${foundThere(there)}.`,
  callsTooLong: ({ most }) =>
    `This file is longer than ${most.toLocaleString('en')} characters, which no list of calls is. Check whether it’s the right file.`,
  callsMisnamed: ({ file, isThere }) =>
    isThere
      ? `${quoted(file)} isn’t read: forecast calls stand in ${CALLS_FILE}. Move what you need into that, and delete this one.`
      : `${quoted(file)} isn’t read, so its forecast calls don’t count. Rename it to ${CALLS_FILE}.`,
  callWrong: ({ owner, there, expected }) =>
    `${owner ? `For ${named(owner)}, expected` : 'Expected'} ${EXPECTED[expected]}, but found ${foundThere(there)}. This doesn’t count until it’s fixed.`,
  callLacks: ({ owner, keys }) =>
    `This call of ${named(owner)} has no ${keys.map(key => `\`${key}\``).join(' and no ')}, so it doesn’t count. Write it as ${EXAMPLE}.`,
  callPeriod: ({ there, meant }) =>
    `Expected a quarter, such as 2026-Q4, but found ${foundThere(there)}. ${meant === undefined ? 'This call doesn’t count until it’s fixed.' : `Did you mean ${meant}?`}`,
  callNoDay: ({ day }) => `There is no day ${day}, so this call doesn’t count. Check the date.`,
  callAfterPeriod: ({ on, period }) =>
    `This call for ${period} is from ${on}, when that quarter was over, so it doesn’t count. Check the date.`,
  callTwice: ({ owner, on, period }) =>
    `There are two calls of ${named(owner)} for ${period} from ${on}. The lower one counts; delete the other.`,
  callByHand: ({ owner, on, period }) =>
    `Can’t change the call of ${named(owner)} for ${period} from ${on} without changing something else. Change it by hand.`,
  callNotYet: ({ on, today }) => `A call can’t be from ${on}: today is ${today}. Check the date.`,
  callInOther: ({ owner, on, period, currency }) =>
    `There already is a call of ${named(owner)} for ${period} from ${on}, in ${currency}. Change that line by hand.`,
  noQuarter: ({ typed }) =>
    `${quoted(typed)} isn’t a quarter. Write one like 2026-Q4, “Q4” or “next quarter”.`,
  noCallOwner: () => 'Whose call is it? Name the owner, or “team”.',
  callRecurs: () => 'A call is one amount for the quarter. Leave out “per month” or “per year”.',
};

const EXAMPLE = '“- {on: 2026-10-05, period: 2026-Q4, amount: 120000}”';

const EXPECTED: Readonly<Record<CallExpected, string>> = {
  list: `a list of calls, such as ${EXAMPLE}`,
  call: `a call, such as ${EXAMPLE}`,
  owner: 'the name of an owner',
  amount: 'an amount, such as 120000',
  currency: 'a three-letter currency code, such as EUR',
  day: 'a day, such as 2026-10-05',
};

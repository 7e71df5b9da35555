import type { Found } from '../found';
import { sayer } from '../says';

/** What is said of the file that holds the forecast calls. */
export interface CallSays {
  callsExpected: { there: Found };
  callsTooLong: { most: number };
  /** @param isThere whether there is one by the right name beside it */
  callsMisnamed: { file: string; isThere: boolean };
  /** @param what is no call */
  callWrong: { owner: string; there: Found; expected: CallExpected };
  callLacks: { owner: string; keys: readonly CallKey[] };
  /** @param period as it was meant, where that is known */
  callPeriod: { there: Found; meant?: string };
  callNoDay: { day: string };
  callAfterPeriod: { on: string; period: string };
  callTwice: { owner: string; on: string; period: string };
  callByHand: { owner: string; on: string; period: string };
  callNotYet: { on: string; today: string };
  callInOther: { owner: string; on: string; period: string; currency: string };
  noQuarter: { typed: string };
  noCallOwner: { typed: string };
  callRecurs: object;
}

export type CallKey = 'on' | 'period' | 'amount';

/** What stands in the place of a call, a list of them, or a value of one. */
export type CallExpected = 'list' | 'call' | 'owner' | 'amount' | 'currency' | 'day';

export const say = sayer<CallSays>();

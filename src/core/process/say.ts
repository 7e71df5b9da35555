import type { Found } from '../found';
import { sayer, type Says } from '../says';
import type { Rule } from './process';
import type { StageId } from './stages';

/** What is said of a process file. */
export interface ProcessSays {
  /** What counts as long as the file cannot be read. */
  processNotRead: { why: Says; kept: 'builtIn' | 'previous' };
  /**
   * Why no deal is moved.
   *
   * @param file the one that holds the rules, where it is called something else
   */
  rulesUnknown: { line: number; file?: string; canForce: boolean };
  /** @param meanwhile what counts until the value makes sense */
  wrongSetting: { there: Found; expected: Expected; meanwhile: Meanwhile };
  settingsExpected: { there: Found };
  /** @param meanwhile what counts until it is fixed, where a rule is meant */
  unknownSetting: { key: string; meant?: string; wayOut: WayOut; meanwhile?: Meanwhile };
  stageByOtherName: { written: string; stage: StageId };
  stageNameTaken: { name: string; stage: StageId };
  fieldNameTaken: { name: string; field: string };
  criterionTwice: { id: string };
  viewTwice: { name: string };
  /** @param owner as it is written the second time; also `team` */
  quotaTwice: { owner: string; quarter: string };
  ratesWithoutCurrency: object;
  ownRate: { currency: string };
  noSuchDay: { day: string };
  /** @param what kind of line has to be added by hand */
  severalDocuments: { file: string; what: 'view' | 'call' };
  percentAsShare: { percent: number; meant: number };
  pointInThousands: { written: string; amount: number; meant: number };
  /** @param isThere whether there is a process file beside it */
  misnamed: { file: string; isThere: boolean };
  misnamedBelow: { file: string };
  tooLong: { most: number };
  /** @param fields as the file would have them */
  fieldsByHand: { fields: string; file: string };
  aliasByHand: { name: string; stage: string; file: string };
  /**
   * @param or another stage that the name may mean as well
   * @param stages the labels of all, where none is near enough to be meant
   */
  noSuchStage: { name: string; meant?: string; or?: string; stages: readonly string[] };
}

/** What a setting has to be. */
export type Expected =
  | 'fields'
  | 'fieldName'
  | 'stages'
  | 'stage'
  | 'criteria'
  | 'criterion'
  | 'criterionId'
  | 'required'
  | 'views'
  | 'view'
  | 'name'
  | 'sentence'
  | 'text'
  | 'texts'
  | 'words'
  | 'names'
  | 'flag'
  | 'currency'
  | 'currencies'
  | 'rates'
  | 'rate'
  | 'quota'
  | 'amount'
  | 'amountInMap'
  | 'todayRules'
  | 'day'
  | 'warnings'
  | 'decisionMaker'
  | 'role'
  | { readonly oneOf: readonly string[] }
  | { readonly someOf: readonly string[] }
  | { readonly from: number; readonly to: number }
  /** Or off. */
  | { readonly wholeFrom: number; readonly to: number };

export type Meanwhile = 'default' | 'noMoves' | { readonly rule: Rule };

/** What is said of a setting that there is not, where none is near enough to be meant. */
export type WayOut =
  | 'ignored'
  | 'sevenStages'
  | 'currencyCode'
  | 'quarter'
  /** A rule that stands in another place than a rule counts in. */
  | { readonly rule: string };

export const say = sayer<ProcessSays>();

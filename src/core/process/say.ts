import type { Found } from '../found';
import { sayer, type Says } from '../says';
import type { Rule } from './process';
import type { StageId } from './stages';

/** What is said of a process file. */
export interface ProcessSays {
  /** What counts as long as the file cannot be read. */
  processNotRead: { why: Says; kept: 'builtIn' | 'previous' };
  /** Why no deal is moved. */
  rulesUnknown: { line: number; canForce: boolean };
  /** @param meanwhile what counts until the value makes sense */
  wrongSetting: { there: Found; expected: Expected; meanwhile: Meanwhile };
  settingsExpected: { there: Found };
  unknownSetting: { key: string; meant?: string; wayOut: WayOut };
  stageByOtherName: { written: string; stage: StageId };
  stageNameTaken: { name: string; stage: StageId };
  fieldNameTaken: { name: string; field: string };
  criterionTwice: { id: string };
  viewTwice: { name: string };
  ratesWithoutCurrency: object;
  ownRate: { currency: string };
  noSuchDay: { day: string };
  severalDocuments: { file: string };
  percentAsShare: { percent: number; meant: number };
  pointInThousands: { written: string; amount: number; meant: number };
  /** @param isThere whether there is a process file beside it */
  misnamed: { file: string; isThere: boolean };
  tooLong: { most: number };
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
  | 'day'
  | { readonly oneOf: readonly string[] }
  | { readonly someOf: readonly string[] }
  | { readonly from: number; readonly to: number };

export type Meanwhile = 'default' | 'noMoves' | { readonly rule: Rule };

/** What is said of a setting that there is not, where none is near enough to be meant. */
export type WayOut = 'ignored' | 'sevenStages' | 'currencyCode' | 'quarter';

export const say = sayer<ProcessSays>();

import { sayer, type Says } from '../says';

/** What is said of front matter: why it cannot be read, and why it is not edited. */
export interface FrontMatterSays {
  conflictMarkers: object;
  fenceSaysMore: object;
  fenceMissing: object;
  loneCarriageReturn: object;
  otherLanguage: object;
  commentOnFence: object;
  otherFence: object;
  notAMap: { isList: boolean };
  tooDeep: { most: number };
  tooManyAliases: { most: number };
  aliasesGrow: object;
  keyTwice: { key: string };
  tabIndentation: object;
  unquotedColon: { text: string };
  /** @param reason as the parser gives it, without a full stop */
  invalidYaml: { reason: string; slip: YamlSlip };
  /** @param char what looks like a blank, a colon or nothing */
  oddCharacter: { char: string };
  quoteNotClosed: { quote: string };
  notEditable: { why: Says };
  noFrontMatter: object;
  noKeysAndValues: object;
  /** @param reason as the parser gives it */
  aliasUnresolved: { reason: string };
  mergedKey: { key: string };
  sideEffect: object;
  anchorInUse: { key: string };
  notSingle: { key: string };
  severalValues: { key: string };
  ownTag: { key: string };
  otherItem: { key: string };
  commentBetween: { key: string };
  sharedLine: { key: string };
  aliasOfList: { key: string };
  noList: { key: string };
  noColon: { key: string };
}

/** What people mostly get wrong where YAML is not valid. */
export type YamlSlip = 'indent' | 'colon' | 'tab' | 'quote' | 'other';

export const say = sayer<FrontMatterSays>();

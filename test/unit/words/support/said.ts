import type { ActionSays } from '../../../../src/actions/say';
import { say as sayFix, type FixSays } from '../../../../src/core/deal/fixes/say';
import { say as sayDeal, type DealSays, type Wanted } from '../../../../src/core/deal/say';
import type { FileSays } from '../../../../src/core/fileSays';
import { found } from '../../../../src/core/found';
import { say as sayText, type FrontMatterSays } from '../../../../src/core/frontMatter/say';
import type { Expected, ProcessSays } from '../../../../src/core/process/say';
import { date } from '../../support/deals';

/** Typical arguments for each key: a key without some is an error of the compiler. */
type Examples<Keys> = { readonly [Key in keyof Keys]: readonly [Keys[Key], ...Keys[Key][]] };

const NONE = [{}] as const;
const TEXT = found('maybe');
const [TITLE, STAGE, NEXT] = ['Acme, warehouse scanners', 'Proposal', 'Objections and negotiations'];
const WHY = sayText('conflictMarkers');
const NOT_MET: Wanted = { criteria: ['We know the budget'], fields: [] };
const EMPTY: Wanted = { criteria: [], fields: ['value', 'close_date'] };
const MUCH: Wanted = { criteria: ['A', 'B', 'C', 'D', 'E'], fields: ['value'] };
const DAY = date('2026-11-20');
const LATER = date('2027-01-01');
const EVERY_KIND = [null, true, 42, 'maybe', '', ['a'], { a: 1 }].map(found);
const EXPECTED: readonly Expected[] = [
  ...(['fields', 'fieldName', 'stages', 'stage', 'criteria', 'criterion', 'criterionId'] as const),
  ...(['required', 'views', 'view', 'name', 'sentence', 'text', 'texts', 'words', 'names'] as const),
  ...(['flag', 'currency', 'currencies', 'rates', 'rate', 'quota', 'amount', 'amountInMap', 'day'] as const),
  { oneOf: ['allow', 'warn', 'block'] },
  { someOf: ['open', 'won', 'lost'] },
  { from: 0, to: 100 },
];

export const FRONT_MATTER_EXAMPLES: Examples<FrontMatterSays> = {
  conflictMarkers: NONE,
  fenceSaysMore: NONE,
  fenceMissing: NONE,
  loneCarriageReturn: NONE,
  otherLanguage: NONE,
  commentOnFence: NONE,
  otherFence: NONE,
  notAMap: [{ isList: true }, { isList: false }],
  tooDeep: [{ most: 100 }],
  tooManyAliases: [{ most: 100 }],
  aliasesGrow: NONE,
  keyTwice: [{ key: 'stage' }],
  tabIndentation: NONE,
  unquotedColon: [{ text: 'Acme: scanners' }],
  invalidYaml: [
    { reason: 'Nested mappings are not allowed in compact mappings', slip: 'indent' },
    { reason: 'Implicit keys need to be on a single line', slip: 'colon' },
    { reason: 'Tabs are not allowed as indentation', slip: 'tab' },
    { reason: 'Missing closing "quote', slip: 'quote' },
    { reason: 'Unexpected scalar at node end', slip: 'other' },
  ],
  oddCharacter: [{ char: '\u00a0' }, { char: '\u200b' }, { char: '\uff1a' }],
  quoteNotClosed: [{ quote: '"' }],
  notEditable: [{ why: sayText('anchorInUse', { key: 'stage' }) }],
  noFrontMatter: NONE,
  noKeysAndValues: NONE,
  aliasUnresolved: [{ reason: 'Unresolved alias: x' }],
  mergedKey: [{ key: 'stage' }],
  sideEffect: NONE,
  anchorInUse: [{ key: 'stage' }],
  notSingle: [{ key: 'history' }],
  severalValues: [{ key: 'stage' }],
  ownTag: [{ key: 'value' }],
  otherItem: [{ key: 'tags' }],
  commentBetween: [{ key: 'tags' }],
  sharedLine: [{ key: 'tags' }],
  aliasOfList: [{ key: 'tags' }],
  noList: [{ key: 'history' }],
  noColon: [{ key: 'history' }],
};

export const PROCESS_EXAMPLES: Examples<ProcessSays> = {
  processNotRead: [
    { why: WHY, kept: 'builtIn' },
    { why: WHY, kept: 'previous' },
  ],
  rulesUnknown: [
    { line: 3, canForce: false },
    { line: 3, canForce: true },
  ],
  wrongSetting: [
    { there: TEXT, expected: 'name', meanwhile: 'noMoves' },
    { there: { is: 'alias' }, expected: 'name', meanwhile: { rule: 'block' } },
    ...EXPECTED.map(expected => ({ there: TEXT, expected, meanwhile: 'default' as const })),
    ...EVERY_KIND.map(there => ({ there, expected: 'flag' as const, meanwhile: 'default' as const })),
  ],
  settingsExpected: [{ there: TEXT }],
  unknownSetting: [
    { key: 'skp', meant: 'skip', wayOut: 'ignored' },
    ...(['ignored', 'sevenStages', 'currencyCode', 'quarter'] as const).map(wayOut => ({
      key: 'mode',
      wayOut,
    })),
  ],
  stageByOtherName: [{ written: 'Needs Analysis', stage: 'needs-analysis' }],
  stageNameTaken: [{ name: 'Offer', stage: 'proposal' }],
  fieldNameTaken: [{ name: 'amount', field: 'account' }],
  criterionTwice: [{ id: 'budget' }],
  viewTwice: [{ name: 'Mine' }],
  ratesWithoutCurrency: NONE,
  ownRate: [{ currency: 'EUR' }],
  noSuchDay: [{ day: '2026-02-30' }],
  severalDocuments: [{ file: 'sales-process.yaml' }],
  percentAsShare: [{ percent: 0.4, meant: 40 }],
  pointInThousands: [{ written: '450.000', amount: 450, meant: 450000 }],
  misnamed: [
    { file: 'sales-process.yml', isThere: false },
    { file: 'Sales-Process.yaml', isThere: true },
  ],
  tooLong: [{ most: 1_000_000 }],
  noSuchStage: [
    { name: 'propsal', meant: 'proposal', stages: [STAGE, NEXT] },
    { name: 'x', stages: [STAGE, NEXT] },
  ],
};

export const DEAL_EXAMPLES: Examples<DealSays> = {
  stageIsOutcome: [{ outcome: 'won' }],
  stageMissing: [
    { there: found(null), stages: [STAGE, NEXT] },
    ...EVERY_KIND.map(there => ({ there, stages: [STAGE] })),
  ],
  unknownStatus: [{ there: TEXT }],
  noDate: [{ key: 'close_date', there: TEXT }],
  noDateInHistory: [{ key: 'close_date', there: TEXT, entry: 2 }],
  historyNoList: [{ there: TEXT }],
  historyEntry: [
    { entry: 1, wrong: { is: 'noMap' } },
    { entry: 1, wrong: { is: 'noDate' } },
    { entry: 1, wrong: { is: 'empty' } },
    { entry: 2, wrong: { is: 'stage', there: TEXT } },
    { entry: 2, wrong: { is: 'status', there: TEXT } },
  ],
  fromNoStage: [{ there: TEXT, entry: 2 }],
  fromTellsNothing: [{ entry: 2 }],
  stageBehindOutcome: [{ entry: 2 }],
  historyOrder: NONE,
  historySlip: [{ entry: 2, day: date('2062-02-10') }],
  dayToCome: [{ key: 'created', day: date('2062-02-10') }],
  closedTooEarly: [{ closed: date('2026-01-05'), begun: date('2026-02-05') }],
  closeDayDiffers: [{ key: 'closed_on', day: date('2026-01-05'), told: date('2026-02-05') }],
  historyMismatch: [{ last: 'prospecting', stage: 'proposal' }],
  invalidAmount: [
    { there: TEXT, currencyKey: 'currency' },
    { there: found(-1), currencyKey: 'currency' },
  ],
  invalidCurrency: [{ there: TEXT }],
  misplaced: [
    { where: 'below' },
    { where: 'code' },
    { where: 'unfenced' },
    { where: 'second' },
    { where: 'fence' },
  ],
  nearKey: [
    { key: 'Status', meant: ['status'] },
    { key: 'close_on', meant: ['close_date', 'closed_on'] },
  ],
  nearStage: [{ key: 'Stage', name: 'stage' }],
  cutByComment: [{ whole: 'Acme #2' }],
  doubtfulValue: [{ written: '48.000', amount: 48, meant: 48000 }],
  doubtfulPercent: [{ key: 'probability', percent: 0.4, meant: 40 }],
  severalInOne: [{ one: 'hardware, renewal', key: 'tags' }],
  unknownCurrency: [{ code: 'EUO', meant: 'EUR' }, { code: 'QQQ' }],
  invalidPercent: [{ key: 'probability', there: TEXT }],
  invalidForecast: [{ key: 'forecast', there: TEXT, names: ['pipeline', 'commit'] }],
  invalidText: [{ key: 'title', there: found([]) }],
  invalidTexts: [{ key: 'tags', example: 'hardware, renewal' }],
  contactWithoutName: [{ key: 'contacts' }],
  openWithOutcome: [{ key: 'closed_on' }],
  wonWithLostReason: [{ key: 'lost_reason' }],
  historyOutcome: [{ last: 'won', status: 'lost' }],
  movedByHand: [
    { step: 'skip', from: STAGE, to: 'Closing', isBlocked: false },
    { step: 'back', from: NEXT, to: STAGE, isBlocked: true },
  ],
  maybeSame: [{ title: TITLE, path: 'acme.md' }],
  copyOf: [
    { path: 'acme.md', isEqual: true },
    { path: 'acme.md', isEqual: false },
  ],
  closeDatePast: [{ day: DAY }],
  noNextStep: NONE,
  leftOpen: [
    { wanted: NOT_MET, goal: STAGE, isBlocked: true },
    { wanted: EMPTY, goal: undefined, isBlocked: false },
  ],
  neededToLeave: [{ wanted: NOT_MET, stage: STAGE }],
  noCloseDay: [{ key: 'closed_on', status: 'won' }],
  noLostReason: [{ key: 'lost_reason' }],
  alreadyOpen: [{ title: TITLE }],
  alreadyClosed: [{ title: TITLE, status: 'won' }],
  alreadyInStage: [{ title: TITLE, stage: STAGE }],
  lastStage: [{ title: TITLE }],
  firstStage: [{ title: TITLE }],
  lossWithoutReason: NONE,
  step: (['done', 'blocked', 'asked'] as const).flatMap(how => [
    { title: TITLE, step: 'skip' as const, from: STAGE, to: 'Closing', how },
    { title: TITLE, step: 'back' as const, from: NEXT, to: STAGE, how },
  ]) as unknown as readonly [DealSays['step']],
  wants: (['done', 'blocked', 'asked'] as const).flatMap(how =>
    [NOT_MET, EMPTY, MUCH].flatMap(wanted => [
      { title: TITLE, to: NEXT, wanted, how },
      { title: TITLE, to: undefined, wanted, how },
    ]),
  ) as unknown as readonly [DealSays['wants']],
  several: [{ all: [sayDeal('noNextStep'), sayDeal('lossWithoutReason')] }],
  datedEarlier: [{ title: TITLE, last: LATER, day: DAY }],
  datedLike: [{ title: TITLE, last: LATER }],
  noDeal: [{ key: 'stage' }],
  templateUnusable: [{ template: '_template.md', why: WHY }],
  templateOwnName: [{ template: '_template.md', key: 'value', own: 'amount' }],
  templatePlaceholder: [{ template: '_template.md', placeholder: '{{account}}' }],
  contactsNotCopied: NONE,
};

export const FILE_EXAMPLES: Examples<FileSays> = {
  notUtf8: [{ isUtf16: true }, { isUtf16: false }],
  tooLarge: [{ most: 256 }],
  notAFile: NONE,
  notRegular: NONE,
  fileGone: NONE,
  unreadable: [
    { what: 'file', reason: 'missing' },
    { what: 'file', reason: 'linkCircle' },
    { what: 'folder', name: 'deals', reason: { inItsWords: 'EIO: i/o error, scandir.' } },
  ],
  unwritable: [
    { reason: 'noPermission' },
    { reason: 'gone' },
    { reason: 'readOnlyDisk' },
    { reason: 'fullDisk' },
    { reason: { inItsWords: 'EIO' } },
    { reason: { inItsWords: '' } },
  ],
  writeProtected: NONE,
  folderProtected: NONE,
  notCreated: NONE,
  notDeleted: [{ reason: 'noPermission' }],
  notMoved: [{ name: 'acme.md' }],
  notSaved: NONE,
  changedSince: [{ what: 'notDeleted' }, { what: 'notUndone' }],
  changedMeanwhile: NONE,
  changedOrLocked: NONE,
  beingWritten: NONE,
  nameTaken: [{ name: 'acme.md' }],
  linkElsewhere: NONE,
  mixedLineEnds: NONE,
  notAFolder: [{ path: 'cache' }],
  othersFolder: [{ path: 'cache' }],
  cacheInTheWay: [{ path: 'cache' }, { path: 'cache', pipeline: 'deals' }],
  noHome: NONE,
  tooLargeToUndo: NONE,
  outsideToUndo: [{}, { path: 'a.md' }],
  recordDamaged: [{ path: 'cache' }],
  folderNotUsable: [
    { path: 'cache', reason: 'noPermission' },
    { path: 'cache', reason: 'fileInTheWay' },
  ],
};

export const ACTION_EXAMPLES: Examples<ActionSays> = {
  ownKeyOrMeant: [{ key: 'ownr', meant: 'owner' }],
  linksNotChanged: [{ path: 'sub/a.md', why: WHY }],
  writtenByMoves: [
    { field: 'stage', by: ['advance', 'back', 'move'] },
    { field: 'status', by: ['win', 'stop', 'reopen'] },
    { field: 'history', by: ['advance', 'win'] },
    { field: 'closed_on', by: ['win', 'stop'] },
    { field: 'lost_reason', by: ['stop'] },
    { field: 'lost_note', by: ['stop'] },
  ],
  contactsByHand: NONE,
  noCurrency: [{ typed: 'shells' }],
  noForecast: [{ typed: 'sure', names: ['pipeline', 'commit'] }],
  noDay: [{ typed: 'soonish' }],
  eitherDay: [{ typed: '12/11/2026', days: ['2026-11-12', '2026-12-11'] }],
  noAmount: [{ typed: 'much' }],
  eitherCurrency: [{ typed: '$48k', codes: ['USD', 'CAD', 'AUD', 'NZD'] }],
  noPercent: [{ typed: 'half' }],
  noKey: [{ typed: 'a: b' }],
  noStepToComplete: NONE,
  openNotArchived: NONE,
  alreadyArchived: NONE,
  noDealFile: NONE,
  notMarkdown: NONE,
  noPipeline: NONE,
};

export const FIX_EXAMPLES: Examples<FixSays> = {
  changeTo: [{ value: 'proposal' }],
  changeAmount: [{ amount: 48000 }, { amount: 48000, currency: 'EUR' }],
  markMet: [{ id: 'budget' }],
  insertChecklist: [{ stage: STAGE }],
  keepBothSides: NONE,
  keepSide: [
    { side: 'first', label: 'HEAD' },
    { side: 'second', label: '' },
  ],
  keepLineOfSide: [{ line: 'value: 5', side: 'first', label: 'HEAD' }],
  keepDealOfSide: [
    { status: 'open', stage: STAGE, side: 'first', label: 'tom' },
    { status: 'lost', stage: STAGE, side: 'second', label: '' },
  ],
  withBothHistories: [{ side: sayFix('keepSide', { side: 'first', label: 'HEAD' }) }],
  withBothStages: [{ side: sayFix('keepSide', { side: 'second', label: '' }) }],
  uniteHistory: NONE,
  removeSameLine: NONE,
  keepOneLine: [{ line: 'stage: proposal' }],
  moveFrontMatter: NONE,
  makeEntries: [{ entries: ['renewal'] }, { entries: ['hardware', 'renewal'] }],
  renameKey: [{ to: 'close_date' }],
  closeFence: NONE,
  moveFenceComment: NONE,
  addToHistory: [{ name: 'proposal', day: DAY }],
  changeStage: [{ stage: 'proposal' }],
  changeStatus: [{ status: 'open' }],
  meanMove: NONE,
  meanLeftOpen: [{ id: 'budget' }],
  sortHistory: NONE,
  writeHistory: [{ count: 1 }, { count: 3 }],
  markOutcome: [{ outcome: 'won' }, { outcome: 'won', stage: 'closing' }],
  keepOpen: [{ remove: ['closed_on', 'lost_reason'] }],
  keepWon: [{ remove: ['lost_reason'] }],
  setDay: [{ key: 'closed_on', day: DAY }],
  setLostReason: [{ reason: 'price' }],
  addQuotes: [{ text: "'Acme: x'" }],
  addColon: NONE,
  closeQuote: NONE,
  writePlain: NONE,
  moveKeyLeft: NONE,
  indentWithSpaces: NONE,
};

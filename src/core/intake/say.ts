import { sayer, type Says } from '../says';
import type { CalendarDate } from '../calendar';
import type { DayOrder } from './days';
import type { DecimalName } from './decimals';
import type { Status } from '../process/outcome';

/** What is said of a table from elsewhere, and of what becomes of its rows. */
export interface IntakeSays {
  tableEmpty: object;
  tableWithoutHeads: object;
  tableHeadsAlone: object;
  /** @param why the first row that can't be read isn't; without such rows there is nothing in the file */
  tableBroken: { row: number; why: Says };
  tableNotDeals: { heads: readonly string[] };
  tableNoStage: { heads: readonly string[] };
  columnEmpty: { column: string };
  columnsNotThere: { missing: readonly string[]; heads: readonly string[] };
  tableTooWide: { most: number };
  tableBinary: object;
  tableNotExcel: object;
  tableOldExcel: object;
  /** @param most in MB */
  tableExcelTooLarge: { most: number };
  tableNotJson: { line: number };
  tableNotOurJson: object;
  tableNoDeals: object;
  /** @param most in MB */
  tableJsonTooLarge: { most: number };
  sheetHidden: { sheet: string };
  /** @param others sheets of the same file that have more of the same */
  sheetsLeft: { sheet: string; others: readonly string[] };
  /**
   * @param columns those whose days can be read in two ways in every row
   * @param examples of the first of them, as the file writes them
   */
  daysUnclear: { columns: readonly string[]; examples: readonly string[] };
  /** @param row that of the headings */
  rowAboveHeads: { row: number };
  rowNoTitle: object;
  rowNoStage: object;
  rowStageUnmapped: { stage: string };
  rowLongerThanHeads: { cells: number; heads: number };
  rowOtherPipeline: { pipeline: string };
  rowDeleted: object;
  rowClosedLeftOut: object;
  rowSameId: { id: string; row: number; differs: string };
  /**
   * @param id by which the deal that is there came from another table; nothing where it was made by hand
   * @param kind of that table, where by it the row would be that deal
   * @param hasId the row has one
   */
  rowIsThere: { path: string; id: string | undefined; kind: string | undefined; hasId: boolean };
  /** @param path of a deal that has another title than our own export says */
  rowMayBeAtPath: { path: string };
  /** @param count of files with the title and account of the row, the first of which are named */
  rowMayBeOneOf: { paths: readonly string[]; count: number };
  /** @param other the id of the row, as it would be here */
  rowMayBeThere: { path: string; id: string; other: string };
  rowBrokenQuote: object;
  /** @param typed the heading, with a sign for what is lost */
  headLost: { row: number; typed: string };
  /** @param typed the cell for which nothing of the row is taken */
  rowLost: { typed: string };
  rowLostShape: object;
  rowLostKey: object;
  /** @param row another one of the deal */
  rowOfLost: { id: string; row: number };
  rowNotJson: object;
  rowNoDeal: object;
  rowNotWritten: { why: Says };
  rowsTooMany: { most: number };
  /** @param most in MB */
  rowsTooMuchText: { most: number };
  rowNamesNoDeal: object;
  rowDealMissing: { name: string };
  /** @param count of deals, the first of which are named */
  rowDealUnclear: { name: string; paths: readonly string[]; count: number };
  rowNamesNoAccount: object;
  rowAccountMissing: { account: string };
  rowNobody: object;
  rowNoAddress: { typed: string };
  rowMoreAddresses: { address: string };
  /** @param field a key of contacts that says something else here */
  rowPersonDiffers: { path: string; name: string; field: string; is: string; there: string };
  rowPersonUnclear: { path: string; name: string };
  rowBareName: { path: string; name: string };
  rowNoAccount: object;
  rowAccountDiffers: { path: string; account: string; there: string };
  movesDenied: object;
  rowNoDay: object;
  rowDayNotRead: { typed: string };
  /** @param order as of `cellDayOtherOrder` */
  rowDayOtherOrder: { typed: string; order: DayOrder };
  rowDayToCome: { day: CalendarDate };
  rowNotDone: object;
  rowNothingToLog: object;
  /** @param row another one with the same id, which says something else */
  rowLoggedOnce: { id: string; row: number };
  /** @param line what the log would have to say now */
  rowLoggedOtherwise: { path: string; line: string };
  /** @param most in characters */
  rowTextCut: { most: number };
  rowsTooManyOfTable: { most: number };
  /** @param typed with a sign for what is lost */
  cellLost: { typed: string };
  cellNoDay: { typed: string };
  cellDayUnclear: { typed: string };
  /** @param order that of the days in its column, in which this one is none */
  cellDayOtherOrder: { typed: string; order: DayOrder };
  cellDayImpossible: { day: CalendarDate };
  cellDayToCome: { day: CalendarDate };
  cellClosedToCome: { day: CalendarDate; status: 'won' | 'lost' };
  cellNoAmount: { typed: string };
  /** @param amount what it was rounded to; nothing where it's larger than any amount can be */
  cellAmountTooLong: { typed: string; amount: number | undefined };
  cellNoAddress: { typed: string };
  /** A telephone number, say, of a row that names nobody. */
  cellOfNobody: { typed: string };
  /** @param is how the deal stands, as other cells or nothing say otherwise */
  cellNotStatus: { typed: string; is: Status };
  cellNoCurrency: { typed: string };
  /** @param column whose heading names another currency, which counts */
  cellOtherCurrency: { typed: string; column: string; is: string };
  cellNotRead: { typed: string; field: string };
  cellNoStageEntered: { stage: string };
  /** @param isDated a column has the day on which the deal entered the stage, and this one is later */
  cellNotBeforeStage: { stage: string; isDated: boolean };
  cellStageUndated: { stage: string };
  /** @param columns with values in a sign that several currencies share */
  signShared: { column: string; sign: string; mayBe: readonly string[]; chosen: string | undefined };
  /** @param lines of the mapping, by which it would have them */
  /** @param count of days that can only be read in another order than the one that counts */
  daysOtherOrder: { column: string; order: DayOrder; count: number };
  /** @param typed a cell that can be read in two ways @param decimals what stands before them if it is what it could be */
  amountsUnclear: { column: string; typed: string; is: number; couldBe: number; decimals: DecimalName };
  /** @param line of the mapping, by which it would have the column */
  columnRenamed: { column: string; before: string; line: string };
  /** @param typed a value of a column that is called like an outcome @param line of the mapping, by which it would say it */
  columnNoOutcome: { column: string; typed: string; line: string };
  /** @param columns with amounts in all rows, of a table that has no column of values @param line of the mapping for the first */
  valuesLeft: { columns: readonly string[]; line: string };
  columnsUnmapped: { columns: readonly string[]; lines: readonly string[] };
  stagesSpread: { stages: readonly string[] };
  stagesGoBack: { before: string; after: string };
  stagesOfClosed: { count: number };
  /** @param count of values in no currency, where the team has none either */
  valuesBare: { count: number };
  /** @param count of deals of a table without a column of owners */
  ownersMissing: { count: number };
  chosenCurrency: { currency: string };
  chosenOwner: { owner: string };
  /** @param stage its label */
  chosenClosedStage: { stage: string };
  /** @param kind as which deals of this table were imported before, from a file of another name */
  kindElsewhere: { kind: string };
  mappingFilledUp: { kind: string };
  kindReserved: { kind: string };
  /** @param free a kind that no table is of */
  kindUnclear: { kind: string; free: string };
  kindOfItsOwn: { kind: string; others: string };
  /** @param count of deals of which an earlier import has brought something newer */
  rowsOlder: { count: number };
  /** @param hasIds by them deals are known again; without them one may have been renamed */
  rowsDeletedHere: { titles: readonly string[]; hasIds: boolean };
  /** @param path of the file that is updated */
  dealsNotInTable: { titles: readonly string[] };
  dealInCopies: { path: string; copies: readonly string[] };
  recursEach: { count: number };
  /** @param folder of what imports keep */
  notKept: { folder: string; why: Says };
  writtenNotRead: { file: string };
  /** @param line of the first conflict, counted from 1 */
  keptInConflict: { file: string; line: number };
  linesInConflict: { file: string | undefined; line: number };
  /** @param line of the fault; 1 where nothing better is known */
  rowNotUpdated: { path: string; why: Says; line?: number };
  fileEmpty: object;
  fileNoDeal: object;
  rowElsewhere: { path: string };
  rowUnlinked: { path: string; id: string };
  /** @param count of files, the first of which are named */
  rowMayBeUnread: { paths: readonly string[]; count: number };
  rowMayBeRetitled: { paths: readonly string[]; count: number };
  rowMayBeRenamed: { paths: readonly string[]; count: number };
  rowInCopies: { id: string | undefined; paths: readonly string[] };
  mappingNotRead: { key: string };
  mappingNoTarget: { column: string; typed: string };
  /** @param field what to write instead, where there is something */
  mappingFieldAsKey: { column: string; typed: string; field: string | undefined };
  /** @param targets what it may be */
  mappingNotThat: { column: string; typed: string; targets: readonly string[] };
  mappingNoStage: { name: string; typed: string };
  mappingNoClosedStage: { typed: string };
  mappingExpected: { key: string };
  /** @param file where it is kept, where the person may not know that it's read @param line counted from 1 */
  mappingWrong: { why: Says } & (
    { file: string; line: number | undefined } | { file: undefined; line: number }
  );
}

export const say = sayer<IntakeSays>();

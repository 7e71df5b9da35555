import type { IntakeSays } from '../../../core/intake/say';
import { CLOSED_DEALS, OPEN_DEALS, counted, DAYS, DEALS, VALUES } from '../counted';
import { named, quoted } from './quoted';
import type { Sentences } from '../../sentences';

const HEADS = (heads: readonly string[]) =>
  heads
    .slice(0, 4)
    .map(head => quoted(head, 30))
    .join(', ');
const FIRST = { dmy: 'the day', mdy: 'the month' } as const;
const otherOf = (order: keyof typeof FIRST) => (order === 'dmy' ? 'mdy' : 'dmy');
const MEND = 'Correct it, or export the table as UTF-8, and import it again.';
const FILES = (paths: readonly string[], count = paths.length) =>
  someOf(
    paths.map(path => named(path, 80)),
    count,
  );
const someOf = (names: readonly string[], count = names.length) =>
  `${names.slice(0, 4).join(', ')}${count > Math.min(names.length, 4) ? ' and others' : ''}`;
const FIELDS: Readonly<Record<string, string>> = {
  term: 'a number of periods',
  probability: 'a probability',
};

export const INTAKE: Sentences<IntakeSays> = {
  tableEmpty: () => 'This file is empty.',
  tableWithoutHeads: () =>
    'No row of this file looks like headings, such as “Deal Name” and “Stage”. Add a row of headings.',
  tableHeadsAlone: () => 'This file has headings but no rows below them.',
  tableBroken: ({ row, why }, within) => `Nothing of this file could be read. Row ${row}: ${within(why)}`,
  tableNotDeals: ({ heads }) =>
    `This doesn’t look like a table of deals: no column has titles or accounts. It has ${HEADS(heads)}. Name the columns in a mapping: see docs/import.md.`,
  tableNoStage: ({ heads }) =>
    `No column says which stage a deal is in, or whether it’s won or lost. There are ${HEADS(heads)}. Name the column in a mapping: see docs/import.md.`,
  columnEmpty: ({ column }) =>
    `${quoted(column, 40)} is empty, so no deal has a value. If it should have formulas, open the file in a spreadsheet and save it first.`,
  columnsNotThere: ({ missing, heads }) =>
    `This table has no column ${HEADS(missing)}. It has ${HEADS(heads)}.`,
  tableTooWide: ({ most }) =>
    `This table has more than ${most.toLocaleString('en')} columns, which no table of deals has. Check whether it’s the right file.`,
  tableBinary: () => 'This is neither text nor an Excel file. Save the table as CSV and import that.',
  tableNotExcel: () => 'This isn’t an Excel file, or it’s damaged. Save the table as CSV and import that.',
  tableOldExcel: () =>
    'This Excel file is protected by a password or from an old Excel. Save it as .xlsx without a password, or as CSV, and import that.',
  tableExcelTooLarge: ({ most }) =>
    `This Excel file takes more than ${most} MB, which no list of deals does. Check whether it’s the right file, or save the table as CSV.`,
  tableNotJson: ({ line }) => `This JSON is broken or cut off at line ${line}. Nothing was read.`,
  tableNotOurJson: () =>
    'This JSON isn’t what deal-notes list --json prints: its deals need a “title” and a “stage”. Save the table as CSV and import that.',
  tableNoDeals: () => 'There are no deals in this file.',
  tableJsonTooLarge: ({ most }) =>
    `This JSON takes more than ${most} MB, which no list of deals does. Check whether it’s the right file, or save the table as CSV.`,
  sheetHidden: ({ sheet }) =>
    `This was read from the hidden sheet ${quoted(sheet, 40)}, as the others have no such table.`,
  sheetsLeft: ({ sheet, others }) =>
    others.length > 1
      ? `Only the sheet ${quoted(sheet, 40)} was read. There’s more in ${someOf(others.map(name => quoted(name, 40)))}: save each as a file of its own, and import it.`
      : `Only the sheet ${quoted(sheet, 40)} was read. There’s more in ${quoted(others[0] ?? '', 40)}: save it as a file of its own, and import that.`,
  daysUnclear: ({ columns, examples: [example = ''] }) =>
    `${HEADS(columns)} could have the day or the month first, as in ${quoted(example, 30)}. Say which with --dates dmy or --dates mdy${columns.length > 1 ? `, or for one column with ${quoted(`--dates "${columns[0]}=dmy"`, 60)}` : ''}.`,
  rowAboveHeads: ({ row }) =>
    `This row stands above row ${row}, which has the headings. To import it, move it below them.`,
  rowNoTitle: () => 'This row has no title and no account.',
  rowNoStage: () => 'This row has no stage.',
  rowStageUnmapped: ({ stage }) =>
    `The mapping doesn’t say what the stage ${quoted(stage)} is. Add it there.`,
  rowLongerThanHeads: ({ cells, heads }) =>
    `This row has ${cells} cells for ${heads} headings. Perhaps a cell has a separator in it and no quotes around it.`,
  rowDeleted: () => 'This deal was deleted there.',
  rowOtherPipeline: ({ pipeline }) => `This row belongs to another pipeline, ${quoted(pipeline)}.`,
  rowClosedLeftOut: () => 'This deal is closed and its last stage isn’t known.',
  rowSameId: ({ id, row, differs }) =>
    `This row is ${quoted(id)} again and differs from row ${row} in ${named(differs, 40)}. Row ${row} was taken.`,
  rowIsThere: ({ path, id, kind, hasId }) =>
    id === undefined
      ? `There already is a deal with this account and title${hasId ? ', created by hand' : ''}: ${named(path, 120)}. To link them, ${hasId ? 'add the row’s id there as source_id' : 'give both the same day of creation'}; to create it anyway, import duplicates, too (--make-duplicates).`
      : `This deal is there already, imported as ${quoted(id, 60)}: ${named(path, 120)}. ${kind === undefined ? 'To make another one,' : `To update it from this table, say --kind ${named(kind, 60)}; to make another one,`} import duplicates, too (--make-duplicates).`,
  rowMayBeAtPath: ({ path }) =>
    `The deal at its path has another title here: ${named(path, 120)}. If it’s that deal, give it the same title in the table; to create another one, import duplicates, too (--make-duplicates).`,
  rowMayBeOneOf: ({ paths, count }) =>
    `This row may be ${FILES(paths, count)}: title, account and day of creation don’t tell for certain. If it’s ${count === 1 ? 'that deal' : 'one of those deals'}, make all three alike in the table and in the file; to create another one, import duplicates, too (--make-duplicates).`,
  rowMayBeThere: ({ path, id, other }) =>
    `The account, title and day are those of ${named(path, 120)}, imported as ${quoted(id, 60)}. If it’s that deal, correct the id in the table, or write ${quoted(other, 60)} there as source_id. To create it anyway, import duplicates, too (--make-duplicates).`,
  rowBrokenQuote: () => 'This row has a quotation mark that isn’t closed, so it can’t be read.',
  headLost: ({ row, typed }) =>
    `Row ${row} has the heading ${quoted(typed)}, in which bytes are broken, so nothing was read. Correct it, or export the table as UTF-8, and import that.`,
  rowLost: ({ typed }) => `Bytes in ${quoted(typed)} are broken, so this row wasn’t taken. ${MEND}`,
  rowLostShape: () =>
    `Bytes in this row are broken, so that it isn’t clear where its cells begin and end, and it wasn’t taken. ${MEND}`,
  rowLostKey: () => `Bytes in a key of this line are broken, so it wasn’t taken. ${MEND}`,
  rowOfLost: ({ id, row }) =>
    `Row ${row} of ${quoted(id)} has broken bytes, so it isn’t known where the deal stands, and none of its rows was taken.`,
  rowNotJson: () => 'This line isn’t JSON, so it can’t be read.',
  rowNoDeal: () => 'A deal is expected here, as in {"title": "Scanners", "stage": "proposal"}.',
  rowNotWritten: ({ why }, within) => `Couldn’t write this deal: ${within(why)}`,
  rowsTooMany: ({ most }) =>
    `An import takes ${most.toLocaleString('en')} deals at most. This row and those below it weren’t taken.`,
  rowsTooMuchText: ({ most }) =>
    `An import takes ${most} MB of text at most. This row and those below it weren’t taken: import them from a file of their own, or without the column of long texts.`,
  rowNamesNoDeal: () => 'This row names no deal.',
  rowDealMissing: ({ name }) =>
    `There is no deal ${quoted(name)} here. Import the deals first; or add the row’s id to the one that’s meant as source_id.`,
  rowDealUnclear: ({ name, paths, count }) =>
    `${quoted(name)} could be ${paths.map(path => named(path, 80)).join(', ')}${count > paths.length ? ' or others' : ''}. Add the row’s id to the one that’s meant as source_id.`,
  rowNamesNoAccount: () => 'This row names neither a deal nor a company.',
  rowAccountMissing: ({ account }) => `No deal here has the account ${quoted(account)}.`,
  rowNobody: () => 'This row has neither a name nor an e-mail address.',
  rowNoAddress: ({ typed }) => `${quoted(typed)} isn’t an e-mail address, so it wasn’t taken.`,
  rowMoreAddresses: ({ address }) =>
    `A contact has one e-mail address here, so ${quoted(address)} wasn’t taken. Give it a row of its own.`,
  rowPersonDiffers: ({ path, name, field, is, there }) =>
    `In ${named(path, 120)}, the ${named(field, 20)} of ${quoted(name)} is ${quoted(is)} and stays so; this row says ${quoted(there)}.`,
  rowPersonUnclear: ({ path, name }) =>
    `In ${named(path, 120)}, more than one contact is called ${quoted(name)}. Give the one that’s meant, and this row, the e-mail address.`,
  rowBareName: ({ path, name }) =>
    `In ${named(path, 120)}, ${quoted(name)} is only a name, so nothing can be added to it. Write it there as “{name: …}” and import again.`,
  rowNoAccount: () => 'This row has no company name.',
  rowAccountDiffers: ({ path, account, there }) =>
    `The account of ${named(path, 120)} is ${quoted(account)} and stays so; this row says ${quoted(there)}.`,
  movesDenied: () =>
    'The moves in this table contradict its history, or don’t lead to the stage that it’s in. Import the newest deals first; if that doesn’t help, compare the two by hand.',
  rowNoDay: () => 'This row has no day.',
  rowDayNotRead: ({ typed }) => `${quoted(typed)} isn’t a day on which something happened.`,
  rowDayOtherOrder: ({ typed, order }) =>
    `${quoted(typed)} can’t have ${FIRST[order]} first, as the other days in this column do. If they have ${FIRST[otherOf(order)]} first, say so in the mapping, as in “dates: ${otherOf(order)}”.`,
  rowDayToCome: ({ day }) => `Its day, ${day}, is still to come, so it wasn’t logged.`,
  rowNotDone: () => 'This isn’t done yet, so it wasn’t logged.',
  rowLoggedOnce: ({ id, row }) =>
    `This row is ${quoted(id, 60)} again and says something else than row ${row}, which was taken. Give it an id of its own in the table, or log it yourself.`,
  rowLoggedOtherwise: ({ path, line }) =>
    `This was logged in ${named(path, 120)} before, and has changed in the table since. It says now: ${quoted(line, 200)}. If that’s right, change the line there.`,
  rowNothingToLog: () => 'This row has nothing to log.',
  rowTextCut: ({ most }) => `Only the first ${most.toLocaleString('en')} characters of this text were taken.`,
  rowsTooManyOfTable: ({ most }) =>
    `An import takes ${most.toLocaleString('en')} rows at most. This row and those below it weren’t taken: import them from a file of their own.`,
  cellLost: ({ typed }) =>
    `Bytes in ${quoted(typed)} are broken, so this cell wasn’t taken; the rest of the row was. ${MEND}`,
  cellNoDay: ({ typed }) => `${quoted(typed)} isn’t a day. It’s in the notes.`,
  cellDayUnclear: ({ typed }) =>
    `${quoted(typed)} could have the day or the month first. It’s in the notes; say which in the mapping, as in “dates: dmy”.`,
  cellDayOtherOrder: ({ typed, order }) =>
    `${quoted(typed)} can’t have ${FIRST[order]} first, as the other days in this column do. It’s in the notes; if they have ${FIRST[otherOf(order)]} first, say so in the mapping, as in “dates: ${otherOf(order)}”.`,
  cellDayImpossible: ({ day }) => `The day ${day} can’t be right. It’s in the notes.`,
  cellDayToCome: ({ day }) =>
    `This can’t have happened on ${day}, which is still to come. It’s in the notes.`,
  cellClosedToCome: ({ day, status }) =>
    `This deal is ${status}, but ${day} is still to come. It was taken as close_date; set closed_on to the day on which it was ${status}.`,
  cellNoAmount: ({ typed }) => `${quoted(typed)} isn’t an amount. It’s in the notes.`,
  cellAmountTooLong: ({ typed, amount }) =>
    amount === undefined
      ? `${quoted(typed)} is larger than any value can be. It’s in the notes.`
      : `${quoted(typed)} has more digits than a value can keep, so the value is ${amount}. The whole number is in the notes.`,
  cellNoAddress: ({ typed }) => `${quoted(typed)} isn’t an e-mail address. It’s in the notes.`,
  cellOfNobody: ({ typed }) =>
    `${quoted(typed)} has no name or e-mail address to go with it. It’s in the notes.`,
  cellNotStatus: ({ typed, is }) =>
    `${quoted(typed)} doesn’t say whether the deal is open, won or lost, so it’s taken as ${is}. It’s in the notes.`,
  cellNoCurrency: ({ typed }) => `${quoted(typed)} isn’t a currency. It’s in the notes.`,
  cellOtherCurrency: ({ typed, column, is }) =>
    `The currency is ${quoted(typed, 20)} here and ${is} in the heading ${quoted(column, 40)}, so the value is in ${is}. Correct the one that’s wrong.`,
  cellNotRead: ({ typed, field }) =>
    `${quoted(typed)} can’t be ${FIELDS[field] ?? `a ${named(field.replaceAll('_', ' '), 40)}`} here. It’s in the notes.`,
  cellNoStageEntered: ({ stage }) =>
    `The mapping doesn’t say what the stage ${quoted(stage)} is. The day is in the notes.`,
  cellNotBeforeStage: ({ stage, isDated }) =>
    isDated
      ? `This day is after the one on which the deal entered ${quoted(stage)}, where it is, so it’s in the notes and not in the history.`
      : `This day is that of a later stage, and no column says when the deal came back to ${quoted(stage)}, so it’s in the notes and not in the history.`,
  cellStageUndated: ({ stage }) =>
    `The history ends here, as no column says when the deal entered ${quoted(stage)}. Export that day, too, or add it to the history.`,
  signShared: ({ column, sign, mayBe, chosen }) => {
    const some = `${mayBe.slice(0, 3).join(', ')}${mayBe.length > 3 ? ' or others' : ''}`;
    const way = `--currency ${mayBe[0] ?? 'USD'}`;
    return `${quoted(column, 40)} has the sign ${quoted(sign, 10)}, which several currencies share (${some})${chosen === undefined ? '' : ` and ${chosen} isn’t one of them`}, so those values have no currency. ${chosen === undefined ? `Say which with ${way}.` : `Write it into the cells, or say ${way} if all are in that.`}`;
  },
  daysOtherOrder: ({ column, order, count }) =>
    `${quoted(column, 40)} has ${counted(count, DAYS)} that can’t have ${FIRST[order]} first, and is read so. If it has ${FIRST[otherOf(order)]} first, say ${quoted(`--dates "${column}=${otherOf(order)}"`, 80)}.`,
  amountsUnclear: ({ column, typed, is, couldBe, decimals }) =>
    `${quoted(typed, 40)} in ${quoted(column, 40)} could be ${is} or ${couldBe}, and no other value there tells which, so such values are read as thousands. If that’s wrong, say --decimals ${decimals}, or write “decimals: ${decimals}” into the mapping.`,
  columnRenamed: ({ column, before, line }) =>
    `This table has no ${quoted(before, 40)}, so ${quoted(column, 40)} is read instead. Add below the mapping’s columns: ${quoted(line, 80)}, or let it become nothing there.`,
  columnNoOutcome: ({ column, typed, line }) =>
    `${quoted(column, 40)} may say which deals were won or lost, but ${quoted(typed, 40)} isn’t yes or no, so it’s a key of its own. If it does, write into the mapping: ${quoted(line, 80)}.`,
  valuesLeft: ({ columns, line }) =>
    `No deal has a value: ${HEADS(columns)}${columns.length > 4 ? ' and others' : ''} ${columns.length === 1 ? 'has' : 'have'} numbers in all rows, but ${columns.length === 1 ? 'isn’t' : 'none is'} known as the value. If ${columns.length === 1 ? 'it is' : 'one is'}, write into the mapping: ${quoted(line, 80)}.`,
  columnsUnmapped: ({ columns, lines }) =>
    `The mapping doesn’t have ${HEADS(columns)}${columns.length > 4 ? ' and others' : ''}, so ${columns.length === 1 ? 'it’s' : 'they’re'} left out. Add below its columns: ${lines
      .slice(0, 4)
      .map(line => quoted(line, 80))
      .join(', ')}.`,
  stagesSpread: ({ stages }) =>
    `${HEADS(stages)}${stages.length > 4 ? ' and others' : ''} ${stages.length === 1 ? 'isn’t a known stage and was' : 'aren’t known stages and were'} given a place by order of appearance. Check the mapping.`,
  stagesGoBack: ({ before, after }) =>
    `${quoted(after, 40)} comes after ${quoted(before, 40)} there and before it here, so normal progress will look like a step back. Check the stages in the mapping.`,
  stagesOfClosed: ({ count }) =>
    `The last stage of ${counted(count, CLOSED_DEALS)} isn’t known, so ${count === 1 ? 'it has' : 'they have'} stage: unknown. To give ${count === 1 ? 'it' : 'them'} a stage, say --closed-stage proposal; to leave ${count === 1 ? 'it' : 'them'} out, --closed-stage leave-out.`,
  valuesBare: ({ count }) =>
    `No currency is named for ${counted(count, VALUES)}, and the team has none either. Say which with --currency EUR; --currency none keeps it so.`,
  ownersMissing: ({ count }) =>
    `This table has no column of owners, so ${counted(count, DEALS)} ${count === 1 ? 'has' : 'have'} none. Say who owns ${count === 1 ? 'it' : 'them'} with --owner dana or --owner me; --owner none keeps it so.`,
  chosenCurrency: ({ currency }) => `Values that name no currency are in ${named(currency, 10)}.`,
  chosenOwner: ({ owner }) => `Deals that name no owner belong to ${named(owner, 60)}.`,
  chosenClosedStage: ({ stage }) =>
    `Closed deals whose last stage isn’t known are taken as closed in ${quoted(stage, 60)}.`,
  kindElsewhere: ({ kind }) =>
    `Tables like this were imported before as ${quoted(kind, 40)}, so the same ids mean the same deals. If it’s another table, name its kind with --kind.`,
  mappingFilledUp: ({ kind }) =>
    `The mapping of ${quoted(kind, 40)} was of an export with other columns; those of this table are added to it.`,
  kindReserved: ({ kind }) =>
    `A table of deals can’t be of the kind ${quoted(kind, 60)}: names that end in -log, -contacts, -companies or -moves are for what is imported into deals. Choose another name.`,
  kindUnclear: ({ kind, free }) =>
    `Its ids belong to deals imported as ${quoted(kind, 40)}, which have other titles, so nothing was imported. If they’re the same deals, say --kind ${kind}; if they’re others, --kind ${free}.`,
  kindOfItsOwn: ({ kind, others }) =>
    `Its ids belong to other deals, imported as ${quoted(others, 40)}, so this table counts as a new one, ${quoted(kind, 40)}. If it’s the same after all, say --kind ${others}.`,
  rowsOlder: ({ count }) =>
    `This table is older than what was imported before: what it says differently about ${counted(count, DEALS)} was left. If it’s newer after all, say --take all.`,
  rowsDeletedHere: ({ titles, hasIds }) => {
    const one = titles.length === 1;
    const renamed = hasIds ? '' : ' If one was renamed here, give it the same title in the table.';
    return `This table has ${counted(titles.length, DEALS)} that ${one ? 'was' : 'were'} imported before and ${one ? 'isn’t' : 'aren’t'} here any more, so ${one ? 'it stays' : 'they stay'} out: ${someOf(titles.map(title => quoted(title)))}.${renamed} To make ${one ? 'it' : 'them'} again, import deleted deals, too (--make-deleted).`;
  },
  dealsNotInTable: ({ titles }) => {
    const one = titles.length === 1;
    return `This table doesn’t have ${counted(titles.length, OPEN_DEALS)} that ${one ? 'was' : 'were'} imported before: ${someOf(titles.map(title => quoted(title)))}. ${one ? 'It stays as it is' : 'They stay as they are'}; if ${one ? 'it was' : 'they were'} deleted or closed there, close ${one ? 'it' : 'them'} here.`;
  },
  dealInCopies: ({ path, copies }) =>
    `The source_id of ${named(path, 80)} is also in ${FILES(copies)}. Only ${named(path, 80)} is updated; take source_id out of ${copies.length === 1 ? 'the copy' : 'the copies'}.`,
  recursEach: ({ count }) =>
    `The value of ${counted(count, DEALS)} recurs: ${count === 1 ? 'it counts' : 'they count'} with the whole contract, or one year.`,
  notKept: ({ folder, why }, within) =>
    `Couldn’t save in ${folder} what the next import needs to know about this one: ${within(why)} Make sure that ${folder} is a folder that you can write to, then import the same file again.`,
  writtenNotRead: ({ file }) =>
    `Couldn’t read ${file}, which keeps what imports have written. Restore it from git; or delete it: then what differs is shown and not overwritten.`,
  keptInConflict: ({ file, line }) =>
    `There’s a merge conflict in ${file}, line ${line}. Keep one side, without the lines <<<<<<<, ======= and >>>>>>>, and import again: what differs then is shown and not overwritten.`,
  linesInConflict: ({ file, line }) =>
    `There’s a merge conflict in ${file === undefined ? '' : `${file}, `}line ${line}. Keep the lines you want, take out <<<<<<<, ======= and >>>>>>>, and import again.`,
  rowNotUpdated: ({ path, why, line = 1 }, within) =>
    `Couldn’t update ${named(path, 120)}${line > 1 ? `, line ${line}` : ''}: ${within(why)}`,
  fileEmpty: () => 'It’s empty. Restore it; or delete it if the deal isn’t wanted any more.',
  fileNoDeal: () =>
    'It has no stage, so it isn’t a deal any more. Restore its front matter; or delete it if the deal isn’t wanted any more.',
  rowElsewhere: ({ path }) =>
    `This deal is in ${named(path, 120)}, which isn’t part of this pipeline. To update it from here, move it back; to make it here, too, import duplicates, too (--make-duplicates).`,
  rowUnlinked: ({ path, id }) =>
    `An import made ${named(path, 120)} of this row, and it has no source_id any more. To link the two, add source_id: ${named(id, 60)} there; to make another one, import duplicates, too (--make-duplicates).`,
  rowMayBeUnread: ({ paths, count }) =>
    `This deal may be in ${FILES(paths, count)}, which can’t be read. Fix ${count === 1 ? 'that file' : 'those files'} and import again; to create it anyway, import duplicates, too (--make-duplicates).`,
  rowMayBeRetitled: ({ paths, count }) =>
    `This row may be ${FILES(paths, count)}, renamed: account and day are the same, and no row has the title that is here. If it’s that deal, give it the same title here; to create another one, import duplicates, too (--make-duplicates).`,
  rowMayBeRenamed: ({ paths, count }) =>
    `This deal was imported before and isn’t here under its title. It may be ${FILES(paths, count)}, renamed: if so, give it the same title in the table. To make it again, import duplicates, too (--make-duplicates).`,
  rowInCopies: ({ id, paths }) =>
    `It isn’t clear which file this row updates: ${FILES(paths)} have ${id === undefined ? 'the same title, account and day' : `the source_id ${quoted(id, 60)}`}. Keep one of them${id === undefined ? '' : ', or take source_id out of the others'}.`,
  mappingNotRead: ({ key }) => `A mapping has no ${quoted(key)}, or no such value of it. See docs/import.md.`,
  mappingNoTarget: ({ column, typed }) =>
    `${quoted(column)} can’t become ${quoted(typed, 40)}. Write a field such as “title”, “notes”, “nothing” or “{key: a_key_of_yours}”.`,
  mappingFieldAsKey: ({ column, typed, field }) =>
    `${quoted(column)} can’t become ${quoted(typed, 90)}: that’s a standard field, not a key of your own. ${field === undefined ? 'Use' : `Write ${field} instead, or use`} another key.`,
  mappingNotThat: ({ column, typed, targets }) =>
    `${quoted(column)} can’t be ${quoted(typed, 40)}. Write ${targets.join(', ')} or nothing.`,
  mappingNoStage: ({ name, typed }) =>
    `${quoted(name)} can’t become ${quoted(typed, 40)}. Write one of the seven stages, “won” or “lost”.`,
  mappingNoClosedStage: ({ typed }) =>
    `Closed deals can’t get the stage ${quoted(typed, 40)}. Write one of the seven stages, “unknown” or “leave-out”.`,
  mappingExpected: ({ key }) =>
    `Expected a mapping with ${quoted(key)} and a line for each below it. See docs/import.md.`,
  mappingWrong: ({ file, line, why }, within) => {
    if (file === undefined) return `Fix line ${line}: ${within(why)}`;
    return `Fix ${named(file, 120)}${line === undefined ? '' : `, line ${line}`}: ${within(why)}`;
  },
};

import type { DayKnown, DealSays, Step, WrongEntry } from '../../../core/deal/say';
import type { MisplacedWhere } from '../../../core/frontMatter/misplaced';
import type { Found } from '../../../core/found';
import type { Forms } from '../../plural';
import { counted, CONTACTS } from '../counted';
import { foundThere } from './found';
import { named, quoted } from './quoted';
import type { Sentences } from '../../sentences';
import { itOrThem, wantedInWords } from './wanted';

const FILE = 'sales-process.yaml';
const title = (name: string) => named(name, 80);
/** What nobody can see: `оwner` with the Cyrillic letter. */
const foreign = (key: string) =>
  /\p{Script=Latin}/u.test(key) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(key)
    ? ', since it has a letter of another alphabet'
    : '';

const stages = (labels: readonly string[]) => labels.map(label => named(label)).join(', ');

export const DEAL: Sentences<DealSays> = {
  misnamedDeal: ({ to, ending }) =>
    `This file isn’t counted as a deal, because its name ends in ${ending}. Rename it to ${quoted(to, 120)}.`,
  misplaced: ({ where }) => `This file isn’t counted as a deal: ${MISPLACED[where]}`,
  nestedDeal: ({ key, isDeal }) =>
    `${isDeal ? '' : 'This file isn’t counted as a deal: '}${isDeal ? 'The' : 'the'} keys below ${quoted(key)} aren’t read. Move them out of it, to the start of the line.`,
  nearKey: ({ key, meant }) =>
    `${quoted(key)} isn’t read${foreign(key)}. Did you mean ${meant.map(one => quoted(one)).join(' or ')}?`,
  nearStage: ({ key, name }) =>
    `This file isn’t counted as a deal, because its stage is in ${quoted(key)}${foreign(key)}. Rename the key to ${quoted(name)}.`,
  endedNowhere: ({ outcome, name, stages: labels }) =>
    `This file isn’t counted as a deal: it is ${outcome} and has no stage. Write in ${quoted(name)} the one it ended in: ${stages(labels)}.`,
  cutByComment: ({ whole }) =>
    `${quoted(whole, 60)} is read only up to “#”, where a comment begins. Put quotes around it.`,
  dayFarAway: ({ key, day }) => `${quoted(key)} is ${day}, a long way from today. Check the year.`,
  doubtfulValue: ({ written, amount, meant }) =>
    `“${written}” counts as ${amount}. Did you mean ${meant}? Write it without a point.`,
  doubtfulPercent: ({ key, percent, meant }) =>
    `The ${named(key)} is ${percent}, which is less than one percent. Did you mean ${meant}?`,
  foldedItems: ({ one }) =>
    `This line isn’t an entry of its own: with the one above it reads ${quoted(one, 60)}. Align it with that one.`,
  severalOwners: ({ one, key }) =>
    `${quoted(one, 60)} counts as one person in ${quoted(key)}. A deal has one owner: name the others in the notes.`,
  nameWithAt: ({ written, name }) =>
    `${quoted(written)} and ${quoted(name)} are different owners. Leave out the “@”.`,
  hiddenByHash: ({ key }) => `${quoted(key)} is empty, because a comment begins at “#”. Leave out the “#”.`,
  anchorInText: ({ written, anchor }) =>
    `YAML takes ${quoted(anchor)} for an anchor and leaves it out. Put quotes around ${quoted(written, 60)}.`,
  unfilled: ({ key, placeholder }) =>
    `${quoted(key)} still has ${quoted(placeholder, 60)}, a placeholder of a template. Write the value itself.`,
  severalInOne: ({ one, key }) =>
    `${quoted(one, 60)} is read as one entry of ${quoted(key)}. Write each as an entry of its own.`,
  stageIsOutcome: ({ outcome }) =>
    `“${outcome}” is how a deal ends, not a stage. Write “status: ${outcome}”, and in “stage” the stage it ended in.`,
  stageMissing: ({ there, stages: labels }) =>
    `The stage is ${isEmpty(there) ? 'empty' : `${foundThere(there)}, not the name of a stage`}. Choose one of: ${stages(labels)}.`,
  unknownStatus: ({ there }) => `The status is ${foundThere(there)}. It can be open, won or lost.`,
  noDate: ({ key, there }) => `${quoted(key)} is ${foundThere(there)}, not a date. ${LIKE_A_DATE}`,
  noTodoDate: ({ date }) =>
    `There is no day ${named(date)}, so this to-do stands under no day. Correct its date.`,
  todoUnclear: ({ written, mayBe }) =>
    `The day of this to-do, ${written}, may be ${mayBe.join(' or ')}, so it stands under no day. Write the one you mean.`,
  noDateInHistory: ({ key, there, entry }) =>
    `${quoted(key)} in entry ${entry} of the history is ${foundThere(there)}, not a date. ${LIKE_A_DATE}`,
  historyNoList: ({ there }) => `The history is ${foundThere(there)}, not a list.`,
  historyEntry: ({ entry, wrong }) => `Entry ${entry} of the history ${wrongWith(wrong)}. It isn’t counted.`,
  fromNoStage: ({ there, entry }) =>
    `“from” in entry ${entry} of the history is ${foundThere(there)}, not the name of a stage. The entry counts without it.`,
  fromTellsNothing: ({ entry }) =>
    `“from” in entry ${entry} of the history isn’t a stage the deal left. The entry counts without it.`,
  stageBehindOutcome: ({ entry }) =>
    `Entry ${entry} of the history names a stage after the deal was closed, so it isn’t counted. Add a line with “status: open” above it, or remove it.`,
  historyOrder: () => 'The history isn’t in date order. It’s read as if it were.',
  historySlip: ({ entry, day }) =>
    `Entry ${entry} of the history is dated ${day}, after the entries below it. Check the date.`,
  dayToCome: ({ key, day }) =>
    `${quoted(key)} is ${day}, which is still to come. Times can’t be counted with it: check the year.`,
  createdLate: ({ key, day, first }) =>
    `${quoted(key)} is ${day}, but the history goes back to ${first}. Correct one of the dates.`,
  loggedToCome: ({ day }) =>
    `The log has an entry for ${day}, which is still to come. It isn’t counted as activity: check the date.`,
  loggedLongAgo: ({ day }) =>
    `The log has an entry for ${day}, decades ago. It isn’t counted as activity: check the year.`,
  loggedUnclear: ({ written, mayBe }) => {
    const entry = `The log has an entry for ${written}, which`;
    const [only, ...others] = mayBe;
    if (!only) return `${entry} isn’t a date. It isn’t counted as activity: check the date.`;
    return others.length
      ? `${entry} may be ${mayBe.join(' or ')}. It isn’t counted as activity: write the one you mean.`
      : `${entry} isn’t counted as activity. If you mean ${only}, write it so.`;
  },
  closedTooEarly: ({ closed, begun }) =>
    `The deal was closed on ${closed}, before it began on ${begun}. Its days aren’t counted: correct one of the dates.`,
  closeDayDiffers: ({ key, day, told }) =>
    `${quoted(key)} is ${day}, but the history says the deal was closed on ${told}. The history counts.`,
  historyMismatch: ({ last, stage }) =>
    `The history ends in ${quoted(last)}, but the stage is ${quoted(stage)}. Add the missing line to the history.`,
  invalidAmount: ({ there, currencyKey }) =>
    `The value is ${there.is === 'text' ? 'the text ' : ''}${foundThere(there)}, so it isn’t counted. Write a plain number, such as 48000, and put the currency in ${quoted(currencyKey)}.`,
  invalidCurrency: ({ there }) =>
    `The currency is ${foundThere(there)}, not a three-letter code such as EUR, so the value isn’t counted.`,
  unknownCurrency: ({ code, meant }) =>
    `No currency has the code ${code}, so the value is counted separately.${meant === undefined ? ' Check the code.' : ` Did you mean ${meant}?`}`,
  invalidPeriod: ({ key, there, names }) =>
    `${quoted(key)} is ${foundThere(there)}, so the value counts once. It can be ${names.join(', ')}.`,
  invalidTerm: ({ key, there }) =>
    `${quoted(key)} is ${foundThere(there)}, so a year counts. Write for how many periods the value is paid, such as 24.`,
  termWithoutPeriod: ({ key, periodKey }) =>
    `${quoted(key)} needs ${quoted(periodKey)}: month, quarter or year. Without it the value counts once.`,
  invalidPercent: ({ key, there, meant }) =>
    `The ${named(key)} is ${foundThere(there)}, not a number from 0 to 100.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  invalidForecast: ({ key, there, names }) =>
    `The ${named(key)} is ${foundThere(there)}. It can be ${names.join(', ')}.`,
  invalidText: ({ key, there }) => `${quoted(key)} is ${foundThere(there)}, not text.`,
  invalidTexts: ({ key, example }) => `${quoted(key)} isn’t a list of texts. Write it like [${example}].`,
  contactWithoutName: ({ key }) =>
    `${quoted(key)} has an entry without a name. Write it like {name: R. Lee, role: buyer}.`,
  openWithOutcome: ({ key }) =>
    `${quoted(key)} says the deal is closed, but its status is open. Mark it won or lost, or remove ${quoted(key)}.`,
  wonWithLostReason: ({ key }) =>
    `The deal is won but has a reason for being lost. Remove ${quoted(key)}, or mark the deal lost.`,
  historyOutcome: ({ last, status }) =>
    `The history ends with ${quoted(last)}, but the status is ${quoted(status)}. Add the missing line to the history.`,
  movedByHand: ({ step, from, to, isBlocked }) =>
    `This deal ${stepped(step, from, to)}.${isBlocked ? ` ${NOT_ALLOWED}` : ''}`,
  maybeSame: ({ title: name, path }) =>
    `This may be the same deal as ${quoted(name)} in ${named(path, 200)}.`,
  copyOf: ({ path, isEqual }) =>
    isEqual
      ? `This file says the same as ${named(path, 200)}, so the deal counts twice. Delete one of the two.`
      : `By its name this is a copy of ${named(path, 200)}, so the deal counts twice. Compare both, keep in one what’s right, and delete the other.`,
  closeDatePast: ({ day }) =>
    `The close date (${day}) has passed but the deal is still open. Set a new date or close the deal.`,
  noNextStep: () => 'This deal has no next step. Add one.',
  fewContacts: ({ n, least, stage }) =>
    `This deal has ${n ? `only ${counted(n, CONTACTS)}` : 'no contacts'}. Your team wants at least ${least} in ${named(stage)}.`,
  noDecisionMaker: ({ stage }) =>
    `No contact’s role says who decides. Your team wants to know that in ${named(stage)}.`,
  noValue: ({ key, stage }) => `${quoted(key)} is missing. Your team wants it in ${named(stage)}.`,
  unanswered: ({ times }) =>
    `The last ${times} lines of the log are about what you sent, with no answer. Try someone else or another way.`,
  pushedOften: ({ times }) =>
    `The close date was pushed ${counted(times, TIMES)}. Agree on one with the buyer, or stop the deal.`,
  leftOpen: ({ wanted, goal, isBlocked }) =>
    `${wantedInWords(wanted)}, but the deal is already ${goal === undefined ? 'won' : `in ${named(goal)}`}.${isBlocked ? ` Your team’s ${FILE} requires ${itOrThem(wanted)} first.` : ''}`,
  neededToLeave: ({ wanted, stage }) =>
    `${wantedInWords(wanted)}. The deal needs ${itOrThem(wanted)} to leave ${named(stage)}.`,
  noCloseDay: ({ key, status }) => `${quoted(key)} is missing. Add the day this deal was ${status}.`,
  noLostReason: ({ key }) => `${quoted(key)} is missing. Add why this deal was lost.`,
  alreadyOpen: ({ title: name }) => `${title(name)} is already open.`,
  reopenWhere: ({ title: name }) =>
    `It isn’t known which stage ${title(name)} closed in. Name the stage to reopen it in; on the command line, with --to.`,
  reopenThenMove: ({ title: name, stage }) =>
    `${title(name)} closed in ${stage} and reopens there. Reopen it first, then move it.`,
  alreadyClosed: ({ title: name, status }) => `${title(name)} is ${status}. Reopen it first.`,
  alreadyInStage: ({ title: name, stage }) => `${title(name)} is already in ${named(stage)}.`,
  lastStage: ({ title: name }) => `${title(name)} is in the last stage. Mark it won instead.`,
  firstStage: ({ title: name }) => `${title(name)} is in the first stage, so it can’t move back.`,
  lossWithoutReason: () => 'Say why the deal was lost.',
  step: ({ title: name, step, from, to, how, next }) => {
    if (how === 'done') return `${title(name)} ${stepped(step, from, to)}.`;
    const notMoved = `${title(name)} wasn’t moved: it ${stepWouldBe(step, from, to)}.`;
    if (how === 'asked') return notMoved;
    return `${notMoved} ${NOT_ALLOWED}${next === undefined ? '' : ` Move it to ${named(next)} first.`}`;
  },
  wants: ({ title: name, to, wanted, how }) => {
    const open = wantedInWords(wanted);
    const deal = title(name);
    switch (how) {
      case 'done':
        return `${deal} ${to === undefined ? 'is won' : `moved to ${named(to)}`}, although ${open}.`;
      case 'blocked':
        return `${deal} can’t ${to === undefined ? 'be won' : `move to ${named(to)}`} yet: ${open}. Your team’s ${FILE} requires this first.`;
      case 'asked':
        return `${deal} wasn’t ${to === undefined ? 'marked won' : `moved to ${named(to)}`}: ${open}.`;
    }
  },
  several: ({ all }, within) => all.map(within).join(' '),
  datedBefore: ({ title: name, last, by, day }) =>
    `${knownDay(title(name), last, by)}, so it can’t be moved on ${day}. Choose ${last} or a later day, or correct the file.`,
  datedLike: ({ title: name, last, by }) =>
    `${knownDay(title(name), last, by)}, so this move is dated the same day.`,
  keyFirst: ({ key, name }) =>
    `${quoted(key)} isn’t read${foreign(key)}, and ${quoted(name)} would stand beside it. Rename ${quoted(key)} to ${quoted(name)} or remove it, then try again.`,
  noDeal: ({ key }) => `This file isn’t a deal: its front matter has no ${quoted(key)}.`,
  inConflict: ({ title }) =>
    `“${title}” is in conflict, so nothing else is changed in it. Run Resolve Conflict… in the editor, or keep one side by hand and save; then try again.`,
  leftMarker: () =>
    'A line of a merge conflict is left here. Check that the notes are right around it, and remove it.',
  unmerged: () =>
    'Git hasn’t merged this file, even if nothing in it shows that. Look at what both sides say, then run git add.',
  deletedByOne: () =>
    'One side of the merge deleted this deal, the other changed it. Run git add to keep it, or git rm to delete it.',
  renamedByBoth: () =>
    'The sides of the merge renamed this deal differently, so it may be here twice. Run git rm for the name that should go, and git add for the other.',
  templateUnusable: ({ template, why }, within) => `The template ${template} can’t be used: ${within(why)}`,
  templateOwnName: ({ template, key, own }) =>
    `The template ${template} fills in ${quoted(key)}, but this pipeline calls it ${quoted(own)}.`,
  templatePlaceholder: ({ template, placeholder }) =>
    `The template ${template} has ${quoted(placeholder)} where it can’t be filled in. In front matter, make it the value of a key: “name: ${named(placeholder)}”.`,
  contactsNotCopied: () => 'The contacts couldn’t be copied. Copy them yourself.',
  pastDenied: ({ name, on }) =>
    `Git has ${quoted(name)} on ${on}, and the history doesn’t, or has it later. Nothing was written, since one of them is wrong.`,
  pastContradicts: ({ why }, within) =>
    `With what git knows, the file would contradict itself, so nothing was written. ${within(why)}`,
  pastNotCommitted: () =>
    'The stage or status isn’t committed yet, so git can’t say when it changed. Commit this deal first.',
  pastNotKnown: () =>
    'The history doesn’t lead to where the deal stands, and git doesn’t know the missing line either. Add it by hand.',
  pastUnclear: () =>
    'The history has entries that can’t be read or are out of order, so nothing was added to it. Fix those first.',
  pastCut: () =>
    'The deal is older than what this clone has of git’s history, so nothing was written. Run git fetch --unshallow first.',
};

function knownDay(deal: string, day: string, by: DayKnown): string {
  if (by === 'history') return `The history of ${deal} has an entry for ${day}`;
  return `${deal} was ${by === 'created' ? 'created' : 'closed'} on ${day}`;
}

const TIMES: Forms = { one: 'time', other: 'times' };
const LIKE_A_DATE = 'Write it like 2026-12-18.';
const NOT_ALLOWED = `Your team’s ${FILE} doesn’t allow it.`;

function isEmpty(there: Found): boolean {
  return there.is === 'nothing' || (there.is === 'text' && !there.text.trim());
}

function stepped(step: Step, from: string, to: string): string {
  if (step === 'winEarly') return `was won in ${named(from)}, before ${named(to)}`;
  return `${step === 'back' ? 'moves back' : 'skips a stage'}, from ${named(from)} to ${named(to)}`;
}

function stepWouldBe(step: Step, from: string, to: string): string {
  if (step === 'winEarly') return `would be won in ${named(from)}, before ${named(to)}`;
  return `would ${step === 'back' ? 'move back' : 'skip a stage'}, from ${named(from)} to ${named(to)}`;
}

function wrongWith(wrong: WrongEntry): string {
  switch (wrong.is) {
    case 'noMap':
      return 'has no “on” and “stage”';
    case 'noDate':
      return 'has no date in “on”';
    case 'empty':
      return 'has neither “stage” nor “status”';
    case 'stage':
    case 'status':
      return `names no known ${wrong.is} (${foundThere(wrong.there)})`;
  }
}

const MISPLACED: Readonly<Record<MisplacedWhere, string>> = {
  below: 'its front matter doesn’t begin on the first line. Move it to the top.',
  code: 'its front matter is in a block of code. Move it to the top, between two lines “---”.',
  unfenced: 'its keys don’t stand between two lines “---”. Add the lines.',
  inline: 'its fields are lines of its notes. Put them at the top of the file, between two lines “---”.',
  second: 'its stage is below the front matter, in a second one. Put all keys into the first.',
  fence: 'the first line isn’t exactly “---”. Correct it.',
};

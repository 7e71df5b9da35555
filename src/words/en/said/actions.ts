import type { ActionSays, MovedField } from '../../../actions/say';
import { counted, NOTES } from '../counted';
import { gitFailed } from './gitFailed';
import { named, quoted } from './quoted';
import type { Sentences } from '../../sentences';

const MOVED: Readonly<Record<MovedField, string>> = {
  stage: 'The stage is',
  status: 'The status is',
  history: 'The history is',
  closed_on: 'The close day is',
  lost_reason: 'The lost reason is',
  lost_note: 'The note on a loss is',
};

export const ACTIONS: Sentences<ActionSays> = {
  ownKeyOrMeant: ({ key, meant }) => `${quoted(key)} is a new key. Did you mean ${quoted(meant)}?`,
  linksNotChanged: ({ path, why }, within) =>
    `The links in ${named(path, 200)} couldn’t be changed: ${within(why)}`,
  writtenByMoves: ({ field, by }) => `${MOVED[field]} set by moving the deal. Use ${anyOf(by)}.`,
  contactsByHand: () => 'Each contact has a name, a role and an email. Edit them in the file.',
  noCurrency: ({ typed }) => `${quoted(typed)} isn’t a currency. Write a code such as EUR.`,
  noForecast: ({ typed, names }) => `${quoted(typed)} isn’t a forecast category. Write ${anyOf(names)}.`,
  noDay: ({ typed }) => `${quoted(typed)} isn’t a date. Write one like 2026-12-18, “friday” or “in 2 weeks”.`,
  eitherDay: ({ typed, days }) => `${quoted(typed)} may be ${anyOf(days)}. Write the one you mean.`,
  notHappenedYet: ({ day }) => `It can’t have happened on ${day}, which is still to come. Check the date.`,
  happenedLongAgo: ({ day }) => `It can’t have happened on ${day}, decades ago. Check the year.`,
  plannedFarAway: ({ day }) => `The date ${day} is a long way from today. Check the year.`,
  noAmount: ({ typed, code }) =>
    `${quoted(typed)} isn’t an amount. ${code ? `If you mean the currency, write ${code} in capitals.` : 'Write one like 48k or 48 000 EUR.'}`,
  eitherCurrency: ({ typed, codes }) =>
    `${quoted(typed)} may be in ${anyOf(codes)}. Write the code of the one you mean.`,
  noPeriod: ({ typed, names }) => `${quoted(typed)} isn’t a period. Write ${anyOf(names)}.`,
  noTerm: ({ typed }) => `${quoted(typed)} isn’t a number of periods. Write a whole number, such as 24.`,
  noPercent: ({ typed }) => `${quoted(typed)} isn’t a percentage. Write a number from 0 to 100.`,
  shareOfOne: ({ typed, meant }) =>
    `${quoted(typed)} is less than one percent. Write ${meant}, or ${typed}% if you mean that.`,
  noKey: ({ typed }) => `${quoted(typed)} can’t be the name of a field. Use letters, digits and _.`,
  inlineNotMoved: () =>
    'Its fields can’t be moved into front matter in one go. Open the note and move them by hand.',
  templateToAdopt: ({ placeholder }) =>
    `${quoted(placeholder, 60)} is what a template has. Fill it in; or, if this is a template, move it out of the folder or into one whose name begins with _.`,
  adoptInside: () =>
    'This folder is a part of a pipeline. Adopt that folder, or give this one a sales-process.yaml of its own first.',
  nothingToAdopt: ({ notes, isMovable }) =>
    isMovable
      ? `No note has a stage in its front matter, but ${counted(notes, NOTES)} ${notes === 1 ? 'has' : 'have'} fields as lines of the text. Adopt Notes… in the editor or deal-notes adopt --inline moves such lines into front matter.`
      : notes
        ? `No note has a stage in its front matter, but ${counted(notes, NOTES)} ${notes === 1 ? 'has' : 'have'} fields in a sentence. Write the stage into front matter by hand, then adopt the folder.`
        : 'No note here has a key that means a stage, such as stage, deal_stage or phase, in its front matter.',
  sentToCome: ({ day }) => `The mail is dated ${day}, which is still to come. It was logged for today.`,
  sentLongAgo: ({ day }) => `The mail is dated ${day}, decades ago. It was logged for today.`,
  metLongAgo: ({ day }) => `The meeting is dated ${day}, decades ago. It was logged for today.`,
  meetingFarAway: ({ day }) =>
    `The meeting is dated ${day}, a long way from today, so it isn’t offered as the next step. Check the year.`,
  sentNoDay: () => 'The mail doesn’t say when it was sent. It was logged for today.',
  sentDayUnread: ({ typed }) =>
    `The mail’s date ${quoted(typed, 60)} can’t be read as a day. It was logged for today.`,
  loggedCut: ({ most }) => `The text is long: the line has its first ${most} characters.`,
  meetingUnread: ({ title }) =>
    `${title ? `The meeting ${quoted(title, 60)}` : 'One of the meetings'} can’t be read, as it’s damaged or has no valid start. It wasn’t logged.`,
  noLongerLogged: ({ what }) =>
    `The log no longer has ${quoted(what, 100)}, so the next step was left as it is.`,
  meetingNotLogged: ({ title, why }, within) =>
    `${title ? `The meeting ${quoted(title, 60)}` : 'One of the meetings'} wasn’t logged: ${within(why)}`,
  contactsNotAdded: ({ names, why }, within) =>
    `Add ${listed(names)} to the contacts by hand: ${within(why)}`,
  noStepToComplete: () => 'This deal has no next step to complete.',
  noSuchTodo: ({ typed, todos }) =>
    todos.length
      ? `No open to-do of this deal says ${quoted(typed)}. Open: ${listed(todos)}.`
      : 'This deal has no open to-do. In the notes, a to-do is a line such as “- [ ] 2026-12-04 Legal review”.',
  severalTodos: ({ typed, todos }) =>
    `${quoted(typed)} may be any of these: ${listed(todos)}. Write more of the one you mean, or its date.`,
  todoGone: ({ todos }) => `${listed(todos)} is done already, or no longer there. Nothing was changed.`,
  openNotArchived: () => 'This deal is still open. Mark it won or lost before archiving it.',
  alreadyArchived: () => 'This deal is already archived.',
  noDealFile: () =>
    'This isn’t a deal file: README.md and names that begin with “_” or “.” never are. Nothing was changed.',
  notMarkdown: () => 'This isn’t a deal file: a deal’s file name ends in .md. Nothing was changed.',
  noPipeline: () => 'This file isn’t part of a pipeline.',
  noSuchPoint: ({ typed, isShallow }) =>
    `${quoted(typed)} is neither a day nor anything that git knows. Write a day, “week”, “month”, “quarter”, a branch, a tag, a commit, “staged” or “now”.${
      isShallow ? ' This clone has only the latest commits: git fetch --unshallow gets the others.' : ''
    }`,
  pointToCome: ({ day, today }) => `The day ${day} is still to come. Name one up to today (${today}).`,
  pointNeedsGit: ({ typed }) =>
    `${quoted(typed)} can’t be looked up: there is no git here, or it knows no commit. Write a day.`,
  gitFailed,
  pastNeedsGit: () =>
    'This folder is in no git repository, or nothing is committed yet, so there is nothing to write.',
  noHistoryWanted: () =>
    'Your team’s sales-process.yaml says “history: none”, so no history is written. Figures count what git knows all the same.',
};

/** Nobody reads more of them in a sentence. */
const MOST_TODOS = 5;

function listed(todos: readonly string[]): string {
  const more = todos.length - MOST_TODOS;
  const shown = todos.slice(0, MOST_TODOS).map(todo => quoted(todo, 80));
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** `win or stop` */
function anyOf(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(one => one).join(' or ');
}

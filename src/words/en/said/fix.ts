import type { FixSays } from '../../../core/deal/fixes/say';
import { named, quoted } from './quoted';
import type { Sentences } from '../../sentences';
import { STATUSES } from '../filter';

/** Titles, as the editor has them in its menus: verbs first, and no full stop. */
export const FIX: Sentences<FixSays> = {
  changeTo: ({ value }) => `Change to ${quoted(value)}`,
  changeAmount: ({ amount, currency, period }) =>
    [
      `Change to ${amount}`,
      ...(currency === undefined ? [] : [`the currency to ${currency}`]),
      ...(period === undefined ? [] : [`the period to ${period}`]),
    ].join(' and '),
  markMet: ({ id }) => `Mark ${quoted(id, 50)} as met`,
  insertChecklist: ({ stage }) => `Insert the checklist for ${quoted(stage, 50)}`,
  keepBothSides: () => 'Keep both sides',
  keepSide: ({ side, label }) => `Keep the ${side} side${label && ` ${quoted(label, 40)}`}`,
  keepLineOfSide: ({ line, ...side }) => `Keep ${quoted(line, 50)} ${ofSide(side)}`,
  keepDealOfSide: ({ status, stage, ...side }) =>
    `${STATUSES[status]}, in ${named(stage, 50)} ${ofSide(side)}`,
  withBothHistories: ({ side }, within) => `${within(side)}, with the history of both`,
  withBothStages: ({ side }, within) => `${within(side)}, with the stages of both histories`,
  uniteHistory: () => 'Keep the history of both sides, by date',
  removeSameLine: () => 'Remove the second line, which is the same',
  keepOneLine: ({ line }) => `Keep ${quoted(line, 50)} and comment out the other`,
  moveFrontMatter: () => 'Put the front matter at the top, between two lines “---”',
  raiseKeys: ({ key }) => `Move the keys out of ${quoted(key)}`,
  makeEntries: ({ entries }) =>
    `Write as ${entries.length === 1 ? 'a list of one' : `${entries.length} entries`}: ${named(entries.join(', '), 50)}`,
  renameKey: ({ to }) => `Rename the key to ${quoted(to)}`,
  closeFence: () => 'Close the front matter with a line “---”',
  moveFenceComment: () => 'Move the comment below the line “---”',
  addToHistory: ({ name, day }) => `Add ${quoted(name)} to the history, on ${day}`,
  changeStage: ({ stage }) => `Change the stage to ${quoted(stage)}`,
  changeStatus: ({ status }) => `Change the status to “${status}”`,
  meanMove: () => 'Mark the move as intended: add “override: true” to the history',
  meanLeftOpen: ({ ids }) =>
    `Mark ${ids.length === 1 ? 'it' : 'them'} as left open on purpose: add ${named(ids.join(', '))} to “skipped” in the history`,
  sortHistory: () => 'Sort the history by date',
  writeHistory: ({ count }) =>
    count === 1 ? 'Write it as an entry of the history' : `Write them as ${count} entries of the history`,
  markOutcome: ({ outcome, stage }) =>
    `Mark as ${outcome}${stage === undefined ? '' : `, in ${quoted(stage)}`}`,
  keepOpen: ({ remove }) => `Keep it open: remove ${named(remove.join(', '))}`,
  keepWon: ({ remove }) => `Keep it won: remove ${named(remove.join(', '))}`,
  setDay: ({ key, day }) => `Set ${quoted(key)} to ${day}`,
  setPeriod: ({ key, period }) => `Set ${quoted(key)} to ${period}`,
  removeKey: ({ key }) => `Remove ${quoted(key)}`,
  setLostReason: ({ reason }) => `Set the lost reason to ${quoted(reason, 50)}`,
  addQuotes: ({ text }) => `Put quotes around it: ${named(text, 50)}`,
  addColon: () => 'Add a colon and a space after the key',
  closeQuote: () => 'Close the quote at the end of the line',
  closeBracket: () => 'Close the brackets',
  alignItems: () => 'Align it with the entry above',
  writePlain: () => 'Write plain spaces and colons',
  moveKeyLeft: () => 'Move the key left, in line with the others',
  indentWithSpaces: () => 'Indent with spaces',
  indentBy: ({ width }) => (width ? `Indent with ${width} spaces for each tab` : 'Remove the tabs'),
  breakLine: () => 'Put the second key on a line of its own',
};

/** Branches are mostly named for people or work; what a commit or a stash is called takes more words. */
function ofSide({ side, label }: { side: 'first' | 'second'; label: string }): string {
  if (!label) return `(${side} side)`;
  return /^[\p{L}\p{N}]+$/u.test(label) && label !== 'HEAD' ? `(${label}’s side)` : `(${named(label, 40)})`;
}

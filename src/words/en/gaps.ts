import { counted, DEALS, OPEN_DEALS } from './counted';

/** What figures leave out because the files don't say it, and what to do about that. */
export const GAPS = {
  paths: (known: number, unknown: number) =>
    `The path is known for ${known} of ${counted(known + unknown, DEALS)}: only ${known === 1 ? 'that one counts' : 'those count'} in how far deals get and how they move. ` +
    `The other ${unknown === 1 ? 'file doesn’t' : `${unknown} files don’t`} say where the deal began. To fix one, add “from” with the stage it left to the first line of its history, or set “created” to the day of that line.`,
  stageNotKnown: (n: number) =>
    `The stage on that day isn’t known for ${counted(n, OPEN_DEALS)}, so ${n === 1 ? 'it isn’t' : 'they aren’t'} in any stage.`,
  lostInUnknown: (n: number) =>
    `${counted(n, DEALS)} ${n === 1 ? 'was' : 'were'} lost in a stage that isn’t known, so no stage counts ${n === 1 ? 'it' : 'them'} as lost there. To fix ${n === 1 ? 'it' : 'one'}, write the stage in the place of “unknown”.`,
  misdated: (n: number) =>
    `${counted(n, DEALS)} ${n === 1 ? 'has an impossible date' : 'have impossible dates'}: in the future, or closed before the deal began. Times that depend on ${n === 1 ? 'it' : 'them'} aren’t counted. To find ${n === 1 ? 'it' : 'them'}, run deal-notes check or open the Problems view.`,
  inConflict: (n: number) =>
    n === 1
      ? '1 deal is in conflict; its first side counts.'
      : `${counted(n, DEALS)} are in conflict; the first side of each counts.`,
  fromGit: (n: number) =>
    `${counted(n, DEALS)} ${n === 1 ? 'has' : 'have'} moves or outcomes that are known from git and aren’t in the file. deal-notes backfill writes them there.`,
  undated: (n: number) =>
    `${counted(n, DEALS)} ${n === 1 ? 'has' : 'have'} no date and ${n === 1 ? 'isn’t' : 'aren’t'} in any report of a past day.`,
};

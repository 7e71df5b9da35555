import { appendFileSync, readFileSync } from 'node:fs';

/** Names the file to which each bench adds what it has measured, a line of JSON each. */
export const goalsVariable = 'DEAL_NOTES_BENCH_GOALS';

/**
 * What a figure is to be: at most or at least so much. Ratios are of two things measured in the same run, as the clock of one
 * machine says nothing about another's.
 * @typedef {{ readonly what: string, readonly unit: '×' | 'ms' | 'KB' } & ({ readonly most: number } | { readonly least: number })} Goal
 */

/** @satisfies {Record<string, Goal>} */
export const goals = {
  cold: {
    what: 'cold, in the extension host, to all deals there: beside listing and reading the files',
    unit: '×',
    most: 4,
  },
  usual: { what: 'as often as findFiles, workspace.fs and gray-matter take that long', unit: '×', least: 8 },
  warm: {
    what: 'warm, 20 files changed meanwhile: beside listing the files and asking for their stamps',
    unit: '×',
    most: 1.5,
  },
  list: {
    what: '`deal-notes list --json`, cold: beside a whole Node that lists and reads the files',
    unit: '×',
    most: 3.5,
  },
  check: { what: '`deal-notes check --json`, cold: beside `list --json`', unit: '×', most: 1.3 },
  listChanged: {
    what: '`deal-notes list --changed --json`, 20 files not as in HEAD: beside a bare Node',
    unit: '×',
    most: 1.5,
  },
  import: {
    what: '`deal-notes import` of a table with 10,000 rows, a file for each',
    unit: 'ms',
    most: 10_000,
  },
  change: { what: 'one changed deal, to the page’s figures', unit: 'ms', most: 20 },
  page: {
    what: 'the funnel page opened, to its first figures: beside the page of 10 deals',
    unit: '×',
    most: 1.3,
  },
  coldMany: { what: '100,000 deals cold: beside 10,000', unit: '×', most: 10 },
  warmMany: { what: '100,000 deals warm: beside 10,000', unit: '×', most: 10 },
  memory: { what: 'memory kept for a deal', unit: 'KB', most: 1.5 },
  block: {
    what: 'the longest time that nothing else can run in the extension host, anything above',
    unit: 'ms',
    most: 30,
  },
  load: { what: 'the extension is loaded and activated', unit: 'ms', most: 30 },
  branch: {
    what: 'a branch switch that changes 1,000 deals, to all right: beside reading those 1,000',
    unit: '×',
    most: 1.5,
  },
  merge: { what: 'a file that both sides have changed is merged: beside a bare Node', unit: '×', most: 1.3 },
  gitFirst: { what: 'what git knows of 1,000 deals in 5,000 commits, at first', unit: 'ms', most: 2000 },
  gitAgain: { what: 'the same where nothing moved', unit: 'ms', most: 50 },
};

/** @typedef {keyof typeof goals} GoalName */

/**
 * Notes a figure that has a goal. Where several are noted, the worst counts. Does nothing where a bench runs by itself.
 * @param {GoalName} name
 * @param {number} figure in the goal's unit
 */
export function hold(name, figure) {
  const file = process.env[goalsVariable];
  if (file) appendFileSync(file, `${JSON.stringify({ name, figure })}\n`);
}

/**
 * @typedef {object} Held
 * @property {GoalName} name
 * @property {Goal} goal
 * @property {number | undefined} figure none where no bench has measured it
 * @property {boolean} isMet
 */

/** What the benches have noted, in the order of the goals. @param {string} file @returns {Held[]} */
export function heldIn(file) {
  const noted = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => /** @type {{ name: GoalName, figure: number }} */ (JSON.parse(line)));
  return /** @type {[GoalName, Goal][]} */ (Object.entries(goals)).map(([name, goal]) => {
    const figures = noted.filter(one => one.name === name).map(one => one.figure);
    if (!figures.length) return { name, goal, figure: undefined, isMet: false };
    const figure = 'most' in goal ? Math.max(...figures) : Math.min(...figures);
    return { name, goal, figure, isMet: 'most' in goal ? figure <= goal.most : figure >= goal.least };
  });
}

/** Goal and figure side by side, a line each. @param {readonly Held[]} held */
export function goalsTold(held) {
  return held
    .map(({ goal, figure, isMet }) => {
      const bound = 'most' in goal ? `≤ ${goal.most}` : `≥ ${goal.least}`;
      const measured = figure === undefined ? 'not measured' : `${figure.toPrecision(3)} ${goal.unit}`;
      return `${isMet ? '✔' : '✖'} ${measured.padStart(12)}  goal ${`${bound} ${goal.unit}`.padEnd(10)} ${goal.what}`;
    })
    .join('\n');
}

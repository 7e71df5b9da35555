/**
 * In what code faults are laid, one room at a time, and below which folders of test/unit the tests stand that look for them:
 * a room is held by its own tests, since those that only come by would take hours for what they do not see. A folder has all
 * below it but what is a room by itself; with a slash at its end, no folder in it.
 * @type {Record<string, { code: string[], tests: string[] }>}
 */
export const ROOMS = {
  frontMatter: {
    code: ['core/frontMatter'],
    tests: [
      'core/frontMatter',
      ...['core/adopt', 'actions/adopt', 'core/deal/fixes/fenceFixes'],
      ...['cutTexts', 'leftMarkers', 'misplaced', 'nestedDeal'].map(name => `core/deal/near/${name}`),
    ],
  },
  notes: { code: ['core/notes'], tests: ['core/notes', 'core/deal'] },
  process: { code: ['core/process'], tests: ['core/process', 'core/calls', 'words'] },
  deal: {
    code: ['core/deal'],
    tests: ['core/deal', 'core/exchange'],
  },
  fixes: { code: ['core/deal/fixes', 'core/deal/help'], tests: ['core/deal'] },
  near: {
    code: ['core/deal/near'],
    tests: ['core/deal/near', 'core/deal/help', 'actions/secondKeys'],
  },
  past: {
    code: ['core/deal/past'],
    tests: ['core/deal/past', 'git/past', 'git/closeDates', ...commands('backfill fromGit')],
  },
  pipeline: {
    code: ['core/pipeline', 'core/filter', 'core/fields'],
    tests: ['core/pipeline', 'core/filter', 'core/fields', 'cli/filters'],
  },
  merge: { code: ['core/merge'], tests: ['core/merge'] },
  calls: { code: ['core/calls'], tests: ['core/calls', ...commands('call')] },
  changes: {
    code: ['core/changes'],
    tests: [
      'core/changes',
      'core/metrics/closeDates',
      'funnel/changes',
      'words/commitMessage',
      ...commands('changes message'),
    ],
  },
  metrics: { code: ['core/metrics'], tests: ['core/metrics', 'funnel'] },
  saidDays: {
    code: ['core/saidDays'],
    tests: [
      'core/saidDays',
      'core/peopleDates',
      'core/loggedDay',
      'core/deal/saidPeriod',
      'core/deal/recurring',
    ],
  },
  ahead: {
    code: ['core/brief', 'core/planned', 'core/review'],
    tests: ['core/brief', 'core/planned', 'core/review', ...commands('brief review todayCommand')],
  },
  intake: { code: ['core/intake'], tests: ['core/intake', 'actions/imports', 'cli/import'] },
  capture: {
    code: ['core/capture', 'actions/capture'],
    tests: ['core/capture', 'actions/capture'],
  },
  adopt: { code: ['core/adopt'], tests: ['core/adopt', 'actions/adopt', 'cli/adopt'] },
  sample: { code: ['core/sample'], tests: ['core/sample'] },
  core: {
    code: ['core/', 'core/exchange', 'core/text'],
    tests: [
      ...['core/', 'core/exchange', 'core/text', 'core/fields', 'core/filter', 'words', 'preview'],
      // What all rooms use is held by those of them that use it most.
      ...['core/deal', 'core/pipeline', 'core/planned', 'core/process', 'core/calls'],
      ...['actions/imports/ownExport', 'editor/boundedProblems'],
      ...commands('calendar fields run todayCommand tooFew'),
    ],
  },
  imports: { code: ['actions/imports'], tests: ['actions/imports', 'cli/import'] },
  points: {
    code: ['actions/changes'],
    tests: [
      'actions/betweenPoints',
      'actions/findPoint',
      'actions/versionsOfDeal',
      'git/pipelineAt',
      'git/filesOfPoints',
      'words/commitMessage',
      ...commands('changes funnelAsOf message review sinceMonday'),
    ],
  },
  actions: {
    code: ['actions'],
    tests: [
      'actions/',
      ...commands(
        'backfill brief call dryRun fields fix fromGit funnelAsOf me moves recurring review todayCommand undo',
      ),
    ],
  },
  shared: { code: ['shared'], tests: ['funnel', 'core/filter'] },
};

/** @param {string} names of tests of the command line that run it in their own process */
function commands(names) {
  return names.split(' ').map(name => `cli/${name}`);
}

/**
 * Left out are tests that read sources, in which there are the faults, and those of a corpus, which take a minute for
 * each fault that nothing sees.
 */
const NOT_MEANT = /corpus|sentences|said\./;

/**
 * The room that a file of `src` belongs to: of those it lies below, the nearest.
 * @param {string} file from `src` on
 */
export function roomOf(file) {
  const nearest = Object.entries(ROOMS)
    .flatMap(([room, { code }]) => code.map(folder => ({ room, folder })))
    .filter(({ folder }) => isBelow(folder, file))
    .sort((a, b) => b.folder.length - a.folder.length);
  return nearest[0]?.room;
}

/**
 * The files in which a room's faults are laid, or the file that is named.
 * @param {string} room
 * @param {readonly string[]} names of all code, from src on
 */
export function codeOf(room, names) {
  if (!Object.hasOwn(ROOMS, room)) return [room];
  const code = names.map(name => name.replaceAll('\\', '/')).filter(name => name.endsWith('.ts'));
  return code.filter(name => roomOf(name) === room).map(name => `src/${name}`);
}

/**
 * The tests of a room; of all rooms where what is named is a file.
 * @param {string} room
 * @param {readonly string[]} names of all tests, from test/unit on
 */
export function testsOf(room, names) {
  const folders = ROOMS[room]?.tests ?? Object.values(ROOMS).flatMap(({ tests }) => tests);
  const isMeant = (/** @type {string} */ name) =>
    folders.some(folder => isBelow(folder, name) || name === `${folder}.test.ts`);
  return names.filter(name => name.endsWith('.test.ts') && !NOT_MEANT.test(name) && isMeant(name));
}

/** @param {string} folder @param {string} name */
function isBelow(folder, name) {
  return folder.endsWith('/')
    ? name.slice(0, name.lastIndexOf('/') + 1) === folder
    : name.startsWith(`${folder}/`);
}

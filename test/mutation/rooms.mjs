/**
 * What faults are laid in, one room at a time, and below which folders of test/unit the tests stand that look for them:
 * a room is held by its own tests, since those that only come by would take hours for what they do not see.
 * @type {Record<string, { files: string[], tests: string[] }>}
 */
export const ROOMS = {
  frontMatter: { files: ['src/core/frontMatter/**/*.ts'], tests: ['core/frontMatter'] },
  notes: { files: ['src/core/notes/**/*.ts'], tests: ['core/notes', 'core/deal'] },
  process: { files: ['src/core/process/**/*.ts'], tests: ['core/process', 'words'] },
  deal: {
    files: ['src/core/deal/**/*.ts', '!src/core/deal/fixes/**', '!src/core/deal/help/**'],
    tests: ['core/deal', 'core/exchange'],
  },
  fixes: { files: ['src/core/deal/fixes/**/*.ts', 'src/core/deal/help/**/*.ts'], tests: ['core/deal'] },
  pipeline: {
    files: ['src/core/pipeline/**/*.ts', 'src/core/filter/**/*.ts', 'src/core/fields/**/*.ts'],
    tests: ['core/pipeline', 'core/filter', 'core/fields', 'cli/filters'],
  },
  merge: { files: ['src/core/merge/**/*.ts'], tests: ['core/merge'] },
  calls: { files: ['src/core/calls/**/*.ts'], tests: ['core/calls'] },
  changes: { files: ['src/core/changes/**/*.ts'], tests: ['core/changes'] },
  metrics: { files: ['src/core/metrics/**/*.ts'], tests: ['core/metrics', 'funnel'] },
  core: {
    files: ['src/core/*.ts', 'src/core/exchange/**/*.ts', 'src/core/text/**/*.ts'],
    tests: ['core/', 'core/exchange', 'core/text', 'words', 'preview'],
  },
  actions: {
    files: ['src/actions/**/*.ts'],
    tests: ['actions', ...commands('dryRun fields fix moves undo')],
  },
  shared: { files: ['src/shared/**/*.ts'], tests: ['funnel', 'core/filter'] },
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
 * The tests of a room; of all rooms where what is named is a file.
 * @param {string} room
 * @param {readonly string[]} names of all tests, from test/unit on
 */
export function testsOf(room, names) {
  const folders = ROOMS[room]?.tests ?? Object.values(ROOMS).flatMap(({ tests }) => tests);
  const isBelow = (/** @type {string} */ name) =>
    folders.some(folder =>
      folder.endsWith('/')
        ? name.slice(0, name.lastIndexOf('/') + 1) === folder
        : name.startsWith(`${folder}/`) || name === `${folder}.test.ts`,
    );
  return names.filter(name => name.endsWith('.test.ts') && !NOT_MEANT.test(name) && isBelow(name));
}

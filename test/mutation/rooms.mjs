/** What faults are laid in, one room at a time: a night has room for them all, a change mostly for one. */
export const ROOMS = {
  frontMatter: ['src/core/frontMatter/**/*.ts'],
  notes: ['src/core/notes/**/*.ts'],
  process: ['src/core/process/**/*.ts'],
  deal: ['src/core/deal/**/*.ts', '!src/core/deal/fixes/**', '!src/core/deal/help/**'],
  fixes: ['src/core/deal/fixes/**/*.ts', 'src/core/deal/help/**/*.ts'],
  pipeline: ['src/core/pipeline/**/*.ts', 'src/core/filter/**/*.ts', 'src/core/fields/**/*.ts'],
  metrics: ['src/core/metrics/**/*.ts'],
  core: ['src/core/*.ts', 'src/core/exchange/**/*.ts', 'src/core/text/**/*.ts'],
  actions: ['src/actions/**/*.ts'],
  shared: ['src/shared/**/*.ts'],
};

/**
 * The tests that look for the faults, of those below test/unit: the ones that run in this process, read no sources (in
 * which there are the faults) and no corpus, which would take a minute for each fault that nothing sees.
 */
export const SUITES =
  /^(?!.*(?:corpus|sentences|said))(?:(?:core|actions|funnel|preview|words)\/.*|cli\/(?:dryRun|fields|filters|fix|moves|undo))\.test\.ts$/;

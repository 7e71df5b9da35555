import { basename } from 'node:path';
import { Problem } from './problem.mjs';

// What `npm test` leaves to `npm run test:all`: what is named here; three quarters of the generated cases (node-tests.mjs); windows in all
// themes where a theme changes nothing but the picture (test/browser/support/theme.ts); of the page, most tabs in most themes
// (test/page/accessible.test.ts, and sheet.test.ts with two choices of deals side by side); files that are large to our reading alone (test/vscode/limits.test.ts);
// git's settings one by one (test/unit/git/settings.test.ts), most of what happens in a window that lives for long (test/vscode/soak.test.ts), and most rows of a large table (maven.test.ts); in the browser, the company of those extensions of VS Code that meet no deal
// (browser-servers.mjs).

/**
 * What runs in the newest VS Code only, unless `--all` or `--oldest` asks for it, and why the oldest adds nothing to it. All
 * that is not named here runs in the oldest too, and so does what is new.
 * @type {Record<'host' | 'browser', Record<string, string>>}
 */
const newestOnly = {
  host: {
    actions: 'our own actions, on the editor’s files as edits.test.ts has them',
    archive: 'files are moved as rename.test.ts moves them',
    asOf: 'our own reading of git; its texts are opened as timeline.test.ts opens them, rows and page are those of views.test.ts and funnel.test.ts',
    changes:
      'our own comparison; texts of a point and diffs are opened as timeline.test.ts opens them, rows and page are those of views.test.ts and funnel.test.ts',
    commands: 'our own questions, with the answers put in; the edits are those of edits.test.ts',
    contacts: 'our own lists, with the answers put in',
    earlier: 'our own records, on the disk as unit tests have them',
    followUp: 'our own questions, and a file made as New Deal makes it',
    gates: 'our own questions before a move; moves.test.ts makes the moves',
    helpHostile: 'our own escaping, as that of hostile.test.ts',
    hostile: 'our own escaping: what we hand to the editor is compared, not what it draws',
    imports:
      'our own questions, with the answers put in; what is made and taken back is so in day.test.ts and edits.test.ts',
    inConflict:
      'our own marks: rows as in views.test.ts, lines above a text as in help.test.ts, the card as in preview.test.ts, what merges leave as in git.test.ts',
    limits: 'our own reading of files that nobody would write',
    manifest: 'package.json against our own lists',
    merging: 'our own questions, with the answers put in; git is asked by our own runner, as in unit tests',
    mine: 'our own filter; views, badge and status bar follow it as in views.test.ts and status.test.ts',
    names: 'our own lists, with the answers put in',
    processFile:
      'completion, hovers and problems are asked for as in help.test.ts and problems.test.ts; what counts is our own reading',
    told: 'our own messages, with the answers put in',
    resolve: 'our own questions, with the answers put in; the edit and its undo are those of edits.test.ts',
    oneRule: 'one rule of ours at each way in; the other suites go those ways',
    slowReading:
      'our own reading of a disk that is put in, and our own rows; progress is what every VS Code has',
    soak: 'our own index, rows and figures; that the editor tells of changed files is in pipeline.test.ts, in both',
    writeHistory:
      'our own questions, with the answers put in; the edits and their undo are those of edits.test.ts',
  },
  browser: {
    colours:
      'the grammar against the Markdown of each VS Code is grammar.test.ts of the host; the themes are the same',
    drag: 'what is dragged and what a drop does is “dragging deals” of views.test.ts of the host, in both; how the mouse drags is the same in both',
    files:
      'one undo over several files is that of edits.test.ts of the host; messages and lists are those of day.test.ts',
    help: 'lines above a text, completion and hovers are those of help.test.ts of the host, in both',
    hostile: 'escaped texts in the same rows and lists as day.test.ts uses',
    noFolder: 'what a view without a pipeline says is in package.json',
    pipeline: 'the tree, the funnel and undo as in byHand.test.ts, day.test.ts and files.test.ts',
    week: 'lists, boxes, keys and views as in day.test.ts and keys.test.ts; the page is that of byHand.test.ts',
    window:
      'both views are those of keys.test.ts, what they say where they are empty is in package.json; the filter is that of byHand.test.ts, and of views.test.ts of the host; the pictures of the themes are looked at, not compared',
    walkthrough:
      'what a view without rows says is in package.json; our own texts, and steps that our own commands tick',
    quickFixes: 'problems.test.ts of the host takes the same fixes in both',
  },
};

/**
 * What runs in no VS Code unless `--all` or one of them is asked for, and what has proved the same.
 * @type {typeof newestOnly}
 */
const withAllOnly = {
  host: {},
  browser: {
    commands: 'New Deal, a next step on a said day and a logged call are in day.test.ts and week.test.ts',
    severalFolders: 'rows of several pipelines are those of pipeline.test.ts and views.test.ts of the host',
  },
};

/**
 * The suites of a part that run in a VS Code.
 * @param {keyof typeof newestOnly} part
 * @param {import('./versions.mjs').Version} version
 * @param {readonly string[]} suites all that are built
 */
export function suitesFor(part, version, suites) {
  const nameOf = (/** @type {string} */ suite) => basename(suite, '.test.js');
  const never = Object.keys(withAllOnly[part]);
  const names = [...never, ...Object.keys(newestOnly[part])];
  const gone = names.find(name => !suites.some(suite => nameOf(suite) === name));
  if (gone) throw new Problem(`test/launch/selection.mjs names ${gone}.test.ts, which is not there.`);
  const left = version.name === 'newest' ? never : names;
  return suites.filter(suite => !left.includes(nameOf(suite)));
}

import assert from 'node:assert/strict';
import { temporaryFolder } from '../cli/support/folder';
import { closeDatesIn } from '../../../src/core/deal/past/stateOn';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { isSparing } from '../../launch/sparing.mjs';
import { commitAll, dealDue, git, gitAskedIn } from './support';

/** Settings that people have, each of which changes what a plain git command prints. */
const SETTINGS: Readonly<Record<string, string>> = {
  'log.showRoot': 'false',
  'log.follow': 'true',
  'log.date': 'relative',
  'log.decorate': 'full',
  'log.abbrevCommit': 'true',
  'log.diffMerges': 'first-parent',
  'log.showSignature': 'true',
  'format.pretty': 'oneline',
  'format.notes': 'true',
  'color.ui': 'always',
  'color.diff': 'always',
  'core.pager': 'false',
  'core.quotePath': 'true',
  'core.bigFileThreshold': '1',
  'core.abbrev': '4',
  'diff.noprefix': 'true',
  'diff.mnemonicPrefix': 'true',
  'diff.relative': 'false',
  'diff.renames': 'copies',
  'diff.context': '25',
  'diff.interHunkContext': '25',
  'diff.algorithm': 'patience',
  'diff.orderFile': 'no/such/file',
  'diff.external': 'false',
  'diff.colorMoved': 'zebra',
  'diff.wsErrorHighlight': 'all',
  'diff.submodule': 'log',
  'diff.suppressBlankEmpty': 'true',
  'diff.words.textconv': 'false',
  'diff.words.binary': 'true',
  'i18n.logOutputEncoding': 'UTF-16',
  'i18n.commitEncoding': 'ISO-8859-1',
  'pager.log': 'true',
  'alias.log': 'log --oneline',
  'alias.diff': 'diff --stat',
  'grep.patternType': 'fixed',
  'submodule.recurse': 'true',
  'status.showUntrackedFiles': 'no',
  'column.ui': 'always',
  'trace2.normalTarget': '2',
};

const VARIABLES: Readonly<Record<string, string>> = {
  GIT_DIFF_OPTS: '--unified=30',
  GIT_EXTERNAL_DIFF: 'false',
  GIT_PAGER: 'false',
  GIT_PREFIX: 'elsewhere/',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_ICASE_PATHSPECS: '1',
  GIT_NOGLOB_PATHSPECS: '0',
  GIT_TRACE: '2',
  GIT_NAMESPACE: 'other',
  GIT_DIR: '/nowhere/.git',
  GIT_WORK_TREE: '/nowhere',
  GIT_INDEX_FILE: '/nowhere/index',
  GIT_OBJECT_DIRECTORY: '/nowhere/objects',
  GIT_COMMON_DIR: '/nowhere',
  GIT_SHALLOW_FILE: '/nowhere/shallow',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_CONFIG: '/nowhere/config',
  LC_ALL: 'de_DE.UTF-8',
  LANGUAGE: 'de',
};

/** So many at once, of which the next are of another kind: git is started for each of them eight times. */
const AT_ONCE = isSparing() ? 5 : 1;

/** Entries in groups, of which none holds neighbours: those change the same command. */
function groupsOf(entries: Readonly<Record<string, string>>): Record<string, string>[] {
  const all = Object.entries(entries);
  const count = Math.ceil(all.length / AT_ONCE);
  return Array.from({ length: count }, (_, group) =>
    Object.fromEntries(all.filter((_, at) => at % count === group)),
  );
}

/** The environment in which git has these settings. */
function configured(settings: Readonly<Record<string, string>>): Record<string, string> {
  const all = Object.entries(settings);
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(all.length)],
    ...all.flatMap(([setting, value], at) => [
      [`GIT_CONFIG_KEY_${at}`, setting],
      [`GIT_CONFIG_VALUE_${at}`, value],
    ]),
  ]) as Record<string, string>;
}

describe('what git says of deals', () => {
  const folder = temporaryFolder();

  beforeEach(() => {
    git(folder.root, '2026-01-05', 'init', '--quiet');
    folder.write('crm/deals/größer & so.md', dealDue('2026-02-01'));
    folder.write('crm/deals/only.md', dealDue('2026-02-02'));
    commitAll(folder.root, '2026-01-05');
    folder.write('crm/deals/größer & so.md', dealDue('2026-03-01'));
    commitAll(folder.root, '2026-02-03');
    folder.write('crm/deals/only.md', dealDue('2026-04-01'));
    folder.write('crm/deals/ä "new".md', dealDue('2026-04-01'));
    folder.write('crm/deals/staged.md', dealDue('2026-04-01'));
    git(folder.root, '2026-02-04', 'add', 'crm/deals/staged.md');
  });

  /** All that is ever asked. */
  const all = async (env: Readonly<Record<string, string>> = {}) => {
    const asked = gitAskedIn(folder.root, env);
    const deals = folder.path('crm/deals');
    const { bytes } = await asked.staged(deals, path => path.endsWith('.md'));
    return {
      facts: [...(await asked.factsOf(deals, DEFAULT_PROCESS))!.known!],
      changed: [...(await asked.changedFiles(deals))].toSorted(),
      staged: [...(await asked.stagedFiles(deals))],
      bytes: [...bytes].map(([path, text]) => [path, Buffer.from(text).toString('utf8')]),
    };
  };

  it('is what stands there', async () => {
    const { bytes, changed, facts, staged } = await all();
    assert.deepEqual(
      facts.map(([path, known]) => [path, closeDatesIn(known).length]),
      [
        ['größer & so.md', 2],
        ['only.md', 1],
      ],
    );
    assert.deepEqual(changed, ['only.md', 'staged.md', 'ä "new".md']);
    assert.deepEqual(staged, ['staged.md']);
    assert.equal(bytes.length, 3);
  });

  it('is the same with each setting that a person or a repository may have, and with all', async () => {
    const plain = await all();
    folder.write('.git/info/attributes', '*.md diff=words\n');
    assert.deepEqual(await all(), plain, 'with an attribute');
    for (const settings of groupsOf(SETTINGS))
      assert.deepEqual(await all(configured(settings)), plain, Object.keys(settings).join(', '));
    for (const [setting, value] of Object.entries(SETTINGS))
      git(folder.root, '2026-02-05', 'config', setting, value);
    assert.deepEqual(await all(), plain, 'all');
    folder.write('.git/info/attributes', '*.md -diff\n');
    assert.deepEqual(await all(), plain, 'as if the files were no text');
  });

  it('is the same with each variable that a shell, a hook or an alias may have set, and with all', async () => {
    const plain = await all();
    for (const variables of groupsOf(VARIABLES))
      assert.deepEqual(await all(variables), plain, Object.keys(variables).join(', '));
    assert.deepEqual(await all(VARIABLES), plain, 'all');
  });

  it('takes no lock and changes nothing in the repository', async () => {
    folder.write('.git/index.lock', '');
    await all();
    assert.equal(folder.read('.git/index.lock'), '');
  });
});

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { commitAll, git } from '../git/support';
import { date } from '../support/deals';
import { temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

const DAY = '2026-11-20';

describe('deal-notes message', () => {
  const folder = temporaryFolder();
  const run = (...args: string[]) =>
    runIn(folder.root, ['message', ...args], { clock: { today: () => date('2026-11-25'), now: () => 0 } });
  const write = (path: string, title: string, stage: string, ...notes: string[]) =>
    folder.write(
      path,
      [
        '---',
        `title: ${title}`,
        `stage: ${stage}`,
        'value: 48000',
        'currency: EUR',
        '---',
        ...notes,
        '',
      ].join('\n'),
    );
  const stage = (...paths: string[]) => git(folder.root, DAY, 'add', ...paths);
  const subject = async (...args: string[]) => (await run(...args)).out.split('\n')[0];

  beforeEach(() => {
    git(folder.root, DAY, 'init', '--quiet', '--initial-branch=main');
    write('deals/acme.md', 'Acme', 'needs-analysis', '## Log', '- 2026-11-02: Met');
    write('deals/globex.md', 'Globex', 'proposal');
  });

  it('says what is staged, and nothing of what isn’t', async () => {
    commitAll(folder.root, DAY);
    write('deals/acme.md', 'Acme', 'proposal');
    write('deals/globex.md', 'Globex', 'closing');
    folder.write('deals/new.md', '---\ntitle: New\nstage: proposal\n---\n');
    stage('deals/acme.md');
    write('deals/acme.md', 'Acme', 'closing');
    assert.deepEqual(await run(), { code: 0, out: 'Acme: Needs analysis → Proposal\n', err: '' });
  });

  it('has a way out where nothing of the pipeline is staged', async () => {
    commitAll(folder.root, DAY);
    write('deals/acme.md', 'Acme', 'proposal');
    folder.write('x.txt', 'x');
    stage('x.txt');
    const { code, out, err } = await run();
    assert.deepEqual([code, out], [1, '']);
    assert.equal(err, 'Nothing is staged in deals. Stage deals with git add first.\n');
  });

  it('knows the first commit, whose deals are all new', async () => {
    stage('deals/acme.md');
    assert.equal(await subject('deals'), 'Acme new (Needs analysis, €48,000)');
  });

  it('names notes, logs, other fields, files that moved, and what else belongs to the pipeline', async () => {
    folder.write('deals/pricing.md', 'Prices.\n');
    commitAll(folder.root, DAY);
    write('deals/acme.md', 'Acme', 'needs-analysis', '## Log', '- 2026-11-24: Called', '- 2026-11-02: Met');
    stage('.');
    assert.equal(await subject(), 'Acme: log');
    write('deals/globex.md', 'Globex', 'proposal', 'They like it.');
    stage('.');
    assert.equal(await subject(), 'Acme: log; Globex: notes');
    commitAll(folder.root, DAY);
    git(folder.root, DAY, 'mv', 'deals/globex.md', 'deals/globex-2.md');
    assert.equal(await subject(), 'Globex: renamed');
    folder.write('deals/acme.md', folder.read('deals/acme.md').replace('value:', 'tags: [x]\nvalue:'));
    stage('.');
    assert.equal(await subject(), 'Acme: details; Globex: renamed');
    commitAll(folder.root, DAY);
    rmSync(folder.path('deals/pricing.md'));
    folder.write('deals/sales-process.yaml', 'currency: EUR\n');
    stage('--all', '.');
    assert.equal(await subject(), 'Files: pricing; Sales process');
  });

  it('leaves out what belongs to a pipeline further down', async () => {
    folder.write('deals/other/sales-process.yaml', 'currency: EUR\n');
    write('deals/other/x.md', 'X', 'proposal');
    commitAll(folder.root, DAY);
    write('deals/other/x.md', 'X', 'closing');
    stage('.');
    assert.equal((await run()).code, 1);
    assert.equal(await subject('deals/other'), 'X: Proposal → Closing');
  });

  it('says that it needs a repository', async () => {
    rmSync(folder.path('.git'), { recursive: true });
    const { code, err } = await run('deals');
    assert.equal(code, 2);
    assert.match(err, /deals is in no git repository/);
  });

  it('fills a message that is empty, and no other', async () => {
    commitAll(folder.root, DAY);
    write('deals/acme.md', 'Acme', 'proposal');
    stage('.');
    const filled = async (text: string) => {
      folder.write('MESSAGE', text);
      assert.equal((await run('--fill', 'MESSAGE')).code, 0);
      return folder.read('MESSAGE');
    };
    const said = 'Acme: Needs analysis → Proposal';
    assert.equal(await filled('\n# Please enter\n'), `${said}\n\n# Please enter\n`);
    assert.equal(await filled(''), `${said}\n`);
    assert.equal(await filled('Mine\n\n# Please enter\n'), 'Mine\n\n# Please enter\n');
    assert.equal(await filled('\n; Please enter\n'), '\n; Please enter\n');
    git(folder.root, DAY, 'config', 'core.commentChar', ';');
    assert.equal(await filled('\n; Please enter\n'), `${said}\n\n; Please enter\n`);
    const missing = await run('--fill', 'nowhere/MESSAGE');
    assert.deepEqual([missing.code, missing.out], [2, '']);
  });
});

import assert from 'node:assert/strict';
import { assertPublished } from '../support/published';
import { date } from '../support/deals';
import { deal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

const clock = { today: () => date('2026-11-29'), now: () => 0 };
const LINE = '- {on: 2026-11-29, period: 2026-Q4, amount: 115000}';

describe('deal-notes call', () => {
  const folder = temporaryFolder();
  const run = (...args: string[]) =>
    runIn(folder.root, args, {
      clock,
      env: { DEAL_NOTES_ME: 'dana', XDG_CACHE_HOME: folder.path('../cache') },
    });
  const runJson = async (...args: string[]) => JSON.parse((await run(...args, '--json')).out) as unknown;
  const won = (title: string, owner: string, on: string, value: number) =>
    deal(
      `title: ${title}`,
      `owner: ${owner}`,
      'stage: closing',
      'status: won',
      `closed_on: ${on}`,
      `value: ${value}`,
    );
  beforeEach(() => {
    folder.write('sales-process.yaml', 'currency: EUR\nquota:\n  2026-Q4: {team: 450000, dana: 130000}\n');
    folder.write('acme.md', won('Acme', 'dana', '2026-10-20', 48000));
    folder.write('beta.md', won('Beta', 'dana', '2026-08-20', 100000));
  });

  it('writes a line below the name of whoever types, and undo takes it back', async () => {
    assert.deepEqual(await run('call', '115k'), {
      code: 0,
      out: 'dana: €115,000 called for 2026-Q4 on 2026-11-29\n',
      err: '',
    });
    assert.equal(folder.read('forecast.yaml'), `dana:\n  ${LINE}\n`);
    assert.match((await run('call', '120k')).out, /^dana: €120,000 called .*, instead of €115,000\n$/);
    assert.match((await run('call', '€120,000')).out, /, as before\n$/);
    assert.match((await run('undo')).out, /^Undone: call .*\n {2}forecast\.yaml\n$/);
    assert.equal(folder.read('forecast.yaml'), `dana:\n  ${LINE}\n`);
    await run('undo');
    assert.throws(() => folder.read('forecast.yaml'));
  });

  it('takes an owner, a quarter and a day as people say them', async () => {
    await run('call', '450k', '--owner', 'Team', '--period', 'next quarter', '--on', 'yesterday');
    assert.equal(
      folder.read('forecast.yaml'),
      'team:\n  - {on: 2026-11-28, period: 2027-Q1, amount: 450000}\n',
    );
  });

  it('shows the calls beside what is won, and of past quarters how near they came', async () => {
    folder.write(
      'forecast.yaml',
      'dana:\n  - {on: 2026-09-01, period: 2026-Q3, amount: 80000}\n  - {on: 2026-10-05, period: 2026-Q4, amount: 120000}\n',
    );
    await run('call', '115k');
    const { out } = await run('call');
    assert.deepEqual(
      out.split('\n').map(line => line.replace(/ {2,}/g, ' | ')),
      [
        'Forecast calls',
        'Quarter | Owner | Call | Made on | Before that | Won | Commit | Best case | Quota',
        '2026-Q4 | dana | €115,000 | 2026-11-29 | €120,000 | €48,000 | €0 | €0 | €130,000',
        '',
        'Calls against what came',
        'Quarter | Owner | Before the quarter | Mid-quarter | Final call | Won | Accuracy',
        '2026-Q3 | dana | €80,000 | €100,000 | 80%',
        '',
        'Average accuracy: dana: too few (1)',
        '',
      ],
    );
    assert.equal((await run('call', '.')).out, out);
    assert.equal((await run('call', '--owner', 'sam')).out, 'No calls yet.\n');
    assertPublished('calls', await runJson('call'));
    assertPublished('funnel', await runJson('funnel'));
    const { calls } = (await runJson('funnel', '--as-of', '2026-10-04')) as { calls: { quarters: object[] } };
    assert.equal(calls.quarters.length, 1);
  });

  it('prints JSON and a diff', async () => {
    for (const args of [['--dry-run'], [], ['--owner', 'team']])
      assertPublished('calls', await runJson('call', '115k', ...args));
    const text = folder.read('forecast.yaml');
    folder.write('forecast.yaml', 'dana: 5\n');
    assertPublished('calls', await runJson('call', '115k'));
    folder.write('forecast.yaml', text);
    const { out } = await run('call', '9k', '--dry-run');
    assert.match(
      out,
      /^- {2}- \{on: 2026-11-29, period: 2026-Q4, amount: 115000\}\n\+ {2}- \{.*amount: 9000\}$/m,
    );
    assert.equal(folder.read('forecast.yaml'), text);
  });

  for (const [args, code, says] of [
    [['call', 'lots'], 2, /“lots” isn’t an amount/],
    [['call', '5k/month'], 2, /one amount for the quarter/],
    [['call', '5k', '--period', 'soon'], 2, /isn’t a quarter/],
    [['call', '5k', '--on', 'tomorrow'], 2, /still to come/],
    [['call', '5k', '--owner', 'a', '--owner', 'b'], 2, /one owner/],
    [['call', '--on', 'yesterday'], 2, /--on needs an AMOUNT/],
    [['call', '5k', 'nowhere'], 2, /nowhere/],
  ] as const)
    it(`refuses ${args.join(' ')}`, async () => {
      const ended = await run(...args);
      assert.equal(ended.code, code);
      assert.match(ended.err, says);
      assert.throws(() => folder.read('forecast.yaml'));
    });

  it('leaves a file alone that can’t be read, and check tells of it', async () => {
    folder.write('forecast.yaml', 'dana: [\n');
    const ended = await run('call', '5k');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /^forecast\.yaml:2: /);
    assert.equal(folder.read('forecast.yaml'), 'dana: [\n');
    assert.match((await run('check')).out, /^forecast\.yaml:2:\d+: error invalid-yaml: /m);
    folder.write('forecast.yaml', 'dana:\n  - {on: 2026-11-29, periods: 2026-Q4, amount: 5}\n');
    assert.match(
      (await run('check')).out,
      /^forecast\.yaml:2:\d+: warning unknown-key: .*Did you mean `period`/m,
    );
  });

  it('neither counts calls in a file that is only called much like it, nor writes others beside it', async () => {
    const calls = 'dana:\n  - {on: 2026-10-05, period: 2026-Q4, amount: 120000}\n';
    folder.write('forecast.yml', calls);
    const { out } = await run('check');
    assert.match(out, /^forecast\.yml:1:1: error misnamed-calls-file: .*Rename it to forecast\.yaml\.$/m);
    assert.match((await run('funnel')).err, /forecast\.yml:1: .*don’t count/);
    const { code, err } = await run('call', '115k');
    assert.equal(code, 1);
    assert.match(err, /^forecast\.yml:1: .*Rename it to forecast\.yaml\.$/m);
    assert.throws(() => folder.read('forecast.yaml'));
    // Beside the one that counts, it is told too, and calls are written where they count.
    folder.write('forecast.yaml', calls);
    assert.match((await run('check')).out, /^forecast\.yml:1:1: .*Move what you need into that/m);
    assert.equal((await run('call', '115k')).code, 0);
    assert.equal(folder.read('forecast.yml'), calls);
  });

  it('asks whose call it is where that isn’t known', async () => {
    const ended = await runIn(folder.root, ['call', '5k'], { clock, env: {} });
    assert.equal(ended.code, 2);
    assert.match(ended.err, /^(?:deal-notes: )?Whose call is it\? Use --owner NAME/);
  });
});

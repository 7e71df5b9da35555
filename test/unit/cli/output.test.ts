import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { CLI, run } from './support/cli';
import { deal, openDeal, temporaryFolder } from './support/folder';

/** All that a terminal could take for more than text: controls but tab and line end, and turns of direction. */
const UNSAFE = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

describe('what the command line prints', () => {
  const folder = temporaryFolder();
  const EVIL =
    'Red \u001b[31m, clear \u001b[2J, \u009b1m, turn \u202egnp.exe\u202c \u2066x\u2069, bell \u0007';

  it('has no terminal escapes and no turns of direction from deals, in text or JSON', async () => {
    folder.write(
      'evil.md',
      deal(`title: ${JSON.stringify(EVIL)}`, `account: "a\\u001b]0;title\\u0007"`, 'stage: proposal'),
    );
    folder.write('odd.md', deal(`stage: ${JSON.stringify(`no\u001b[31m${EVIL}`)}`));
    folder.write('note\u001b[31m\u202e.md', deal('stage: 7', `value: "\u202e"`));
    folder.write(
      'sales-process.yaml',
      `stages: {proposal: {label: ${JSON.stringify(EVIL)}}}\n"\\e[31m": 1\n`,
    );
    const runs = [
      ['list'],
      ['list', '--json'],
      ['funnel'],
      ['check'],
      ['check', '--json'],
      ['advance', 'evil.md', 'odd.md', 'note\u001b[31m\u202e.md', '--dry-run'],
      ['move', 'evil.md', '--to', '\u001b[31m'],
      ['advance', 'evil.md', 'odd.md', 'note\u001b[31m\u202e.md'],
      ['win', 'evil.md', '--json'],
    ];
    for (const args of runs) {
      const { out, err } = await run(folder.root, args);
      assert.ok(out + err, args.join(' '));
      assert.doesNotMatch(out + err, UNSAFE, args.join(' '));
    }
  }).timeout(20_000);

  it('says the same in JSON after the escapes are read', async () => {
    folder.write('evil.md', deal(`title: ${JSON.stringify(EVIL)}`, 'stage: proposal'));
    const { deals } = JSON.parse((await run(folder.root, ['list', '--json'])).out) as {
      deals: { title: string }[];
    };
    assert.equal(deals[0]!.title, EVIL);
  });

  it('lets a file name with a line end not pass for two lines', async () => {
    folder.write('a\nforged.md:1: message.md', deal('stage: 7'));
    assert.equal((await run(folder.root, ['check'])).out.split('\n').length, 3);
  });

  it('lines up columns in any script', async () => {
    folder.write('a.md', openDeal('東京の倉庫', 'proposal'));
    folder.write('b.md', openDeal('Bäckerei', 'proposal'));
    folder.write('c.md', openDeal('Cafe\u0301 🙂', 'proposal'));
    folder.write(
      'd.md',
      openDeal('A title that is far too long to stand in one column of a table', 'proposal'),
    );
    const rows = (await run(folder.root, ['list'])).out.split('\n').filter(line => line.endsWith('.md'));
    const titles = rows.map(row => row.slice(0, row.indexOf('€')).trimEnd().trimStart());
    assert.deepEqual(titles, [
      'A title that is far too long to stand in on…',
      'Bäckerei',
      'Cafe\u0301 🙂',
      '東京の倉庫',
    ]);
    // Columns that the text before the value takes: code points, twice for wide ones, none for the accent.
    const columns = rows.map(row => {
      const before = row.slice(0, row.indexOf('€'));
      return [...before].reduce(
        (sum, one) => sum + (/\p{M}/u.test(one) ? 0 : /[東京の倉庫🙂]/u.test(one) ? 2 : 1),
        0,
      );
    });
    assert.equal(new Set(columns).size, 1, rows.join('\n'));
  });

  it('shows all stages, and closed deals under their outcome', async () => {
    folder.write('a.md', openDeal('A', 'proposal'));
    folder.write('b.md', deal('title: B', 'stage: closing', 'status: won', 'value: 5', 'currency: GBP'));
    const { out } = await run(folder.root, ['list']);
    assert.deepEqual(
      out.split('\n').filter(line => line.includes(' · ')),
      [
        'Lead generation · 0',
        'Prospecting · 0',
        'Qualification · 0',
        'Needs analysis · 0',
        'Proposal · 1 · €48,000',
        'Objections and negotiations · 0',
        'Closing · 0',
        'Won · 1 · £5',
      ],
    );
  });

  it('does not mind a reader that stops, and still does its work', async () => {
    const files = Array.from({ length: 40 }, (_, index) => {
      folder.write(`${index}.md`, openDeal(`Deal ${index}`, 'proposal'));
      return `${index}.md`;
    });
    const child = spawn(process.execPath, [CLI, 'advance', ...files], {
      cwd: folder.root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const code = await new Promise(done => child.on('close', done));
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    for (const file of files) assert.match(folder.read(file), /^stage: negotiation$/m);
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isDealPath } from '../../../src/core/pipeline/paths';
import { forAllInTime } from '../support/property';
import { openDeal } from './support/folder';
import { ownPipeline, wonDeal } from './support/pipeline';

/** Every command that changes deals, as it is typed for a file. */
const COMMANDS: readonly ((file: string) => string[])[] = [
  file => ['advance', file],
  file => ['back', file],
  file => ['move', file, '--to', 'closing'],
  file => ['win', file],
  file => ['stop', file, '--reason', 'price'],
  file => ['reopen', file],
  file => ['set', file, 'value', '9k usd'],
  file => ['set', file, 'title', ''],
  file => ['set', file, 'title', 'Another'],
  file => ['log', file, 'met'],
  file => ['next', file, 'Call', '--on', 'friday'],
  file => ['next', file, '--done'],
  file => ['archive', file],
  file => ['rename', file, 'A longer title'],
  file => ['rename', file, 'Short', '--keep-file'],
  file => ['follow-up', file, 'The next one', '--value', '5k'],
  () => ['new', 'A new one', '--owner', 'dana'],
];

describe('undo on the command line', () => {
  const pipeline = ownPipeline();
  const run = (...args: string[]) => pipeline.run(...args);

  for (const command of COMMANDS) {
    it(`takes back ${command('FILE').join(' ')}, to the byte`, async () => {
      pipeline.fill();
      const files = ['a.md', 'b.md', 'sub/c.md'].map(name => join('deals', name));
      const before = pipeline.all();
      for (const file of files) await run(...command(file));
      assert.notDeepEqual(pipeline.all(), before);
      for (let turn = 0; turn < files.length; turn++) await run('undo');
      assert.deepEqual(pipeline.all(), before);
    });
  }

  it('takes back any commands, one after the other, and every file has its bytes', async () => {
    const steps = fc.array(fc.tuple(fc.nat(COMMANDS.length - 1), fc.nat(5)), { minLength: 1, maxLength: 9 });
    await forAllInTime(
      steps,
      async steps => {
        rmSync(pipeline.path(''), { recursive: true, force: true });
        pipeline.fill();
        const states = [pipeline.all()];
        for (const [what, which] of steps) {
          const files = Object.keys(pipeline.all()).filter(isDealPath);
          await run(...COMMANDS[what]!(files[which % files.length]!));
          const now = pipeline.all();
          if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states.push(now);
        }
        while (states.length > 1) {
          assert.deepEqual(pipeline.all(), states.pop());
          const { code, err } = await run('undo');
          assert.deepEqual([code, err], [0, '']);
        }
        assert.deepEqual(pipeline.all(), states[0]);
        assert.match((await run('undo')).err, /^Nothing to undo in deals\.$/m);
      },
      12,
    );
  });

  it('tells what it took back, and that there is nothing else', async () => {
    pipeline.write('deals/a.md', openDeal('A', 'proposal'));
    pipeline.write('deals/b.md', wonDeal('B', '[A](a.md)\n'));
    await run('advance', 'deals/a.md');
    await run('rename', 'deals/a.md', 'Alpha');
    assert.match(
      (await run('undo')).out,
      /^Undone: rename \(2026-03-02 \d\d:\d\d\)\n {2}deals\/alpha\.md → deals\/a\.md\n {2}deals\/b\.md\n$/,
    );
    assert.deepEqual(JSON.parse((await run('undo', 'deals', '--json')).out), [
      { path: 'deals/a.md', ok: true, command: 'advance' },
    ]);
    const nothing = await run('undo', '--json');
    assert.deepEqual(nothing, { code: 1, out: '[]\n', err: 'Nothing to undo in deals.\n' });
  });

  it('knows nothing of what was only tried or refused', async () => {
    pipeline.write('deals/a.md', openDeal('A', 'closing'));
    await run('win', 'deals/a.md', '--dry-run');
    await run('advance', 'deals/a.md');
    await run('set', 'deals/a.md', 'value', '48000');
    assert.match((await run('undo')).err, /^Nothing to undo/);
  });

  it('leaves a file that was changed since, brings back the others, and tells of it', async () => {
    pipeline.write('deals/a.md', openDeal('A', 'proposal'));
    pipeline.write('deals/b.md', openDeal('B', 'proposal'));
    await run('advance', 'deals/a.md', 'deals/b.md');
    pipeline.write('deals/a.md', `${pipeline.read('deals/a.md')}Mine.\n`);
    const mine = pipeline.read('deals/a.md');
    const { code, out, err } = await run('undo');
    assert.equal(code, 1);
    assert.match(out, /\n {2}deals\/b\.md\n$/);
    assert.match(err, /^deals\/a\.md:1: It has changed since, so it was left as it is\.$/m);
    assert.equal(pipeline.read('deals/a.md'), mine);
    assert.equal(pipeline.read('deals/b.md'), openDeal('B', 'proposal'));
    assert.match((await run('undo')).err, /^Nothing to undo/);
  });

  it('goes no further back while nothing of the last command can be undone, unless it is to be skipped', async () => {
    pipeline.write('deals/a.md', openDeal('A', 'proposal'));
    pipeline.write('deals/b.md', openDeal('B', 'proposal'));
    await run('advance', 'deals/b.md');
    await run('advance', 'deals/a.md');
    const advanced = pipeline.read('deals/a.md');
    pipeline.write('deals/a.md', `${advanced}Mine.\n`);
    for (const more of [[], [], ['--skip', '--dry-run']]) {
      const { code, err } = await run('undo', ...more);
      if (!more.length) {
        assert.equal(code, 1);
        assert.match(err, /^Nothing of advance \(.*\) was undone\. undo --skip passes over it\.$/m);
      }
    }
    assert.match((await run('undo', '--skip', '--dry-run')).out, /^Would leave as it is: advance/);
    assert.match((await run('undo', '--skip')).out, /^Left as it is: advance/);
    assert.equal((await run('undo')).code, 0);
    assert.equal(pipeline.read('deals/a.md'), `${advanced}Mine.\n`);
    assert.equal(pipeline.read('deals/b.md'), openDeal('B', 'proposal'));
  });

  it('goes on with what an undo began that was ended', async () => {
    pipeline.write('deals/a.md', wonDeal('A', '[A](a.md)\n'));
    const before = pipeline.all();
    await run('follow-up', 'deals/a.md', 'Next');
    // The first of the two is gone, the second is not back.
    rmSync(pipeline.path('deals/next.md'));
    pipeline.write('deals/a.md', before['deals/a.md']!);
    assert.equal((await run('undo')).code, 0);
    assert.deepEqual(pipeline.all(), before);
  });

  it('of a command over two pipelines says that the other half is still there, as long as it is', async () => {
    for (const folder of ['north', 'south']) {
      pipeline.write(`${folder}/sales-process.yaml`, '');
      pipeline.write(`${folder}/a.md`, openDeal('A', 'proposal'));
    }
    await run('advance', 'north/a.md', 'south/a.md');
    const rest =
      /^advance \(.*\) also changed deals in south, which stay as they are\. For those: deal-notes undo south\n$/;
    assert.match((await run('undo', 'north', '--dry-run')).err, rest);
    assert.match((await run('undo', 'north')).err, rest);
    assert.equal((await run('undo', 'south')).err, '');
  });

  it('keeps to its pipeline, however that is named', async () => {
    pipeline.write('north/sales-process.yaml', '');
    pipeline.write('north/a.md', openDeal('A', 'proposal'));
    pipeline.write('south/deep/er/a.md', openDeal('A', 'proposal'));
    pipeline.write('deals/2026/a.md', openDeal('A', 'proposal'));
    symlinkSync('north', pipeline.path('link'));
    await run('advance', 'link/a.md', 'south/deep/er/a.md', 'deals/2026/a.md');
    assert.match((await run('undo', 'south')).out, /^ {2}south\/deep\/er\/a\.md$/m);
    assert.match((await run('undo', 'deals/2026')).out, /^ {2}deals\/2026\/a\.md$/m);
    assert.match((await run('undo', 'south/deep')).err, /Nothing to undo in south\/deep\./);
    assert.match((await run('undo', 'link')).out, /^ {2}link\/a\.md$/m);
    assert.match((await run('undo', 'north')).err, /Nothing to undo in north\./);
    for (const text of Object.values(pipeline.all())) assert.ok(!text || text === openDeal('A', 'proposal'));
  });

  it('takes back what was written through a link, and the link stays', async () => {
    pipeline.write('shared/a.md', openDeal('A', 'proposal'));
    mkdirSync(pipeline.path('deals'));
    symlinkSync('../shared/a.md', pipeline.path('deals/a.md'));
    await run('advance', 'deals/a.md');
    assert.match(pipeline.read('shared/a.md'), /^stage: negotiation$/m);
    assert.equal((await run('undo')).code, 0);
    assert.equal(pipeline.read('shared/a.md'), openDeal('A', 'proposal'));
    assert.ok(readdirSync(pipeline.path('deals'), { withFileTypes: true })[0]!.isSymbolicLink());
  });

  it('leaves the folder of the archive as it was: there, or not there', async () => {
    pipeline.write('deals/a.md', openDeal('A', 'closing').replace('stage:', 'status: won\nstage:'));
    const names = () => readdirSync(pipeline.path('deals'));
    for (const before of [['a.md'], ['a.md', 'archive']]) {
      if (before.includes('archive')) mkdirSync(pipeline.path('deals/archive'));
      assert.equal((await run('archive', 'deals/a.md')).code, 0);
      assert.deepEqual(names(), ['archive']);
      assert.equal((await run('undo')).code, 0);
      assert.deepEqual(names(), before);
    }
  });

  it('--dry-run prints a patch that git makes the same change with', async () => {
    pipeline.fill();
    await run('follow-up', 'deals/b.md', 'Next');
    await run('archive', 'deals/b.md');
    execFileSync('git', ['init', '-q'], { cwd: pipeline.path('') });
    for (let turn = 0; turn < 2; turn++) {
      const before = pipeline.all();
      const { out } = await run('undo', '--dry-run');
      assert.deepEqual(pipeline.all(), before);
      execFileSync('git', ['apply', '--check', '-'], { cwd: pipeline.path(''), input: out });
      assert.equal((await run('undo')).code, 0);
    }
  });
});

describe('what is kept for undo', () => {
  const pipeline = ownPipeline();
  const run = (...args: string[]) => pipeline.run(...args);
  const record = (path: string) =>
    JSON.stringify({
      ...{ version: 1, command: 'advance', at: 0, folder: pipeline.path('deals') },
      units: [[{ kind: 'changed', path, before: 'evil', after: 'good' }]],
    });
  const keep = (text: string) => {
    mkdirSync(pipeline.records, { recursive: true, mode: 0o700 });
    writeFileSync(join(pipeline.records, '00000009-0123456789ab.json'), text, { mode: 0o600 });
  };

  it('lies in the cache alone, where only the user can read it', async () => {
    pipeline.write('deals/a.md', openDeal('A', 'proposal'));
    await run('advance', 'deals/a.md');
    assert.deepEqual(readdirSync(pipeline.path(''), { recursive: true }).toSorted(), ['deals', 'deals/a.md']);
    const modes = [pipeline.records, join(pipeline.records, '..')].map(path => statSync(path).mode & 0o777);
    assert.deepEqual(modes, [0o700, 0o700]);
    for (const name of readdirSync(pipeline.records))
      assert.equal(statSync(join(pipeline.records, name)).mode & 0o777, 0o600);
  });

  it('is gone after cache clear', async () => {
    pipeline.write('deals/a.md', openDeal('A', 'proposal'));
    assert.deepEqual(await run('cache', 'clear'), { code: 0, out: 'Nothing is kept.\n', err: '' });
    await run('advance', 'deals/a.md');
    const { code, out } = await run('cache', 'clear', '--json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), { folder: join(pipeline.records, '..'), commands: 1 });
    assert.throws(() => readdirSync(pipeline.records));
    assert.match((await run('undo')).err, /^Nothing to undo/);
  });

  it('need not be there: commands work, and undo says why it does not', async () => {
    pipeline.write('deals/a.md', openDeal('A', 'proposal'));
    const file = pipeline.folder.write('file', '');
    const env = { XDG_CACHE_HOME: file };
    const moved = await pipeline.runWith(env, 'advance', 'deals/a.md');
    assert.equal(moved.code, 0);
    assert.match(
      moved.err,
      /^This can’t be undone with deal-notes undo: .* can’t be used: there is a file in its place\.\n$/,
    );
    const { code, out, err } = await pipeline.runWith(env, 'undo');
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^Nothing can be undone: .* can’t be used: there is a file in its place\.$/m);
  });

  const notCleared: readonly { name: string; put: (path: string) => void; why: RegExp }[] = [
    { name: 'a file', put: path => writeFileSync(path, ''), why: /isn’t a folder|file in its place/ },
    {
      name: 'a link',
      put: path => symlinkSync(pipeline.folder.path('else'), path),
      why: /isn’t a folder|file in its place/,
    },
    ...(process.getuid?.() === 0
      ? [
          {
            name: 'of someone else',
            put: (path: string) => {
              mkdirSync(path);
              chownSync(path, 12345, 12345);
            },
            why: /belongs to someone else/,
          },
        ]
      : []),
    ...(process.getuid && process.getuid() !== 0
      ? [
          {
            name: 'closed',
            put: (path: string) => mkdirSync(path, { mode: 0 }),
            why: /don’t have permission/,
          },
        ]
      : []),
  ];
  for (const { name, put, why } of notCleared) {
    for (const place of ['cache/deal-notes', 'cache/deal-notes/undo']) {
      it(`is not said to be gone where ${place} is ${name}`, async () => {
        mkdirSync(pipeline.folder.path('else'));
        const path = pipeline.folder.path(place);
        mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
        put(path);
        for (const more of [[], ['--json']]) {
          const { code, out, err } = await run('cache', 'clear', ...more);
          assert.deepEqual([code, out], [1, '']);
          assert.match(err, /^Nothing was cleared: /);
          assert.match(err, why);
        }
        if (name === 'closed') rmdirSync(path);
      });
    }
  }

  it('is nowhere without a home, and the command says so', async () => {
    pipeline.write('deals/a.md', openDeal('A', 'proposal'));
    for (const home of ['', 'here']) {
      const env = { XDG_CACHE_HOME: '', HOME: home };
      const { code, out, err } = await pipeline.runWith(
        env,
        'set',
        'deals/a.md',
        'owner',
        `x${home}`,
        '--json',
      );
      assert.equal(code, 0);
      assert.equal((JSON.parse(out) as { ok: boolean }[])[0]!.ok, true);
      assert.match(err, /^This can’t be undone with deal-notes undo: .*Set HOME or XDG_CACHE_HOME\.\n$/);
      assert.deepEqual(readdirSync(pipeline.path('')), ['deals']);
      assert.match((await pipeline.runWith(env, 'undo')).err, /^Nothing can be undone: HOME/);
      assert.equal((await pipeline.runWith(env, 'cache', 'clear')).code, 1);
    }
  });

  it('is never put into a pipeline or a repository', async () => {
    pipeline.write('deals/a.md', openDeal('A', 'proposal'));
    for (const place of ['deals', 'deals/sub', '.git/x']) {
      const env = { XDG_CACHE_HOME: pipeline.path(place) };
      const { code, err } = await pipeline.runWith(env, 'set', 'deals/a.md', 'owner', place);
      assert.equal(code, 0);
      assert.match(err, /^This can’t be undone with deal-notes undo: .*where nothing is kept\./);
      assert.match((await pipeline.runWith(env, 'undo')).err, /where nothing is kept\. Set XDG_CACHE_HOME/);
      assert.deepEqual(Object.keys(pipeline.all()), ['deals/a.md']);
    }
  });

  if (process.getuid?.() === 0) {
    it('is not put where somebody else could read or change it', async () => {
      pipeline.write('deals/a.md', openDeal('A', 'proposal'));
      mkdirSync(pipeline.records, { recursive: true });
      chownSync(pipeline.records, 12345, 12345);
      assert.equal((await run('advance', 'deals/a.md')).code, 0);
      assert.deepEqual(readdirSync(pipeline.records), []);
      assert.match((await run('undo')).err, /belongs to someone else\.$/m);
    });
  }

  for (const { name, text } of [
    { name: 'no JSON', text: () => '{' },
    { name: 'of another version', text: () => record('a.md').replace('"version":1', '"version":2') },
    { name: 'without a text', text: () => record('a.md').replace('"before"', '"befor"') },
    { name: 'a list', text: () => '[]' },
    ...['../a.md', '/etc/a.md', '.git/a.md', 'sub/../../a.md', 'a.txt', './a.md', 'out/a.md', ''].map(
      path => ({
        name: `about the file “${path}”`,
        text: () => record(path),
      }),
    ),
  ]) {
    it(`stops undo until it is set aside, where it is ${name}`, async () => {
      pipeline.write('deals/a.md', openDeal('A', 'proposal'));
      for (const path of ['a.md', 'out/a.md', 'deals/.git/a.md', 'deals/a.txt']) pipeline.write(path, 'good');
      symlinkSync('../out', pipeline.path('deals/out'));
      await run('advance', 'deals/a.md');
      keep(text());
      const before = pipeline.all();
      for (const more of [[], ['--dry-run'], []]) {
        const { code, out, err } = await run('undo', ...more);
        assert.deepEqual([code, out], [1, '']);
        assert.match(
          err,
          /^Nothing was undone\. .*00000009-0123456789ab\.json.*\. undo --skip sets it aside\.\n$/,
        );
      }
      assert.match(
        (await run('undo', '--skip', '--dry-run')).out,
        /^Would set aside: .*9-0123456789ab\.json$/m,
      );
      assert.match((await run('undo', '--skip')).out, /^Set aside: .*9-0123456789ab\.json$/m);
      assert.deepEqual(pipeline.all(), before);
      const { code, err } = await run('undo');
      assert.deepEqual([code, err], [0, '']);
      assert.ok(!Object.values(pipeline.all()).includes('evil'));
      assert.equal(pipeline.read('deals/a.md'), openDeal('A', 'proposal'));
    });
  }

  it('does not hinder undo where it is damaged and of another pipeline, or older', async () => {
    pipeline.write('deals/a.md', openDeal('A', 'proposal'));
    await run('advance', 'deals/a.md');
    const other = record('a.md').replace(pipeline.path('deals'), pipeline.path('other'));
    for (const text of [other.replace('"before"', '"befor"'), other.replace(']]', ''), other.slice(0, -9)]) {
      keep(text);
      const tried = await run('undo', '--dry-run');
      assert.deepEqual([tried.code, tried.err], [0, '']);
    }
    keep('{');
    await run('log', 'deals/a.md', 'met');
    const { code, err } = await run('undo');
    assert.deepEqual([code, err], [0, '']);
  });

  it('holds the links that followed in notes and in the README, too', async () => {
    pipeline.write('deals/a.md', wonDeal('A'));
    pipeline.write('deals/note.md', '[A](a.md)\n');
    pipeline.write('deals/README.md', '[A](a.md)\n');
    const before = pipeline.all();
    for (const command of [
      ['rename', 'deals/a.md', 'B'],
      ['archive', 'deals/a.md'],
    ]) {
      await run(...command);
      assert.doesNotMatch(pipeline.read('deals/README.md'), /\(a\.md\)/);
      assert.equal((await run('undo')).code, 0);
      assert.deepEqual(pipeline.all(), before);
    }
  });

  it('says at the change and at undo that it holds nothing of a folder that a link leads out to', async () => {
    pipeline.write('ext/real.md', openDeal('A', 'proposal'));
    pipeline.write('deals/b.md', openDeal('B', 'proposal'));
    symlinkSync('../ext', pipeline.path('deals/extdir'));
    await run('advance', 'deals/b.md');
    const changed = await run('set', 'deals/extdir/real.md', 'owner', 'x');
    assert.equal(changed.code, 0);
    assert.match(
      changed.err,
      /^This can’t be undone with deal-notes undo: .*extdir\/real\.md.* is outside of the pipeline/,
    );
    const before = pipeline.all();
    const { code, err } = await run('undo');
    assert.equal(code, 1);
    assert.match(err, /^set \(.*\): The file is outside of the pipeline.* undo --skip passes over it\.$/m);
    assert.deepEqual(pipeline.all(), before);
    await run('undo', '--skip');
    assert.match((await run('undo')).out, /^Undone: advance/);

    await run('advance', 'deals/extdir/real.md', 'deals/b.md');
    assert.match((await run('undo')).out, /^ {2}deals\/b\.md$/m);
    assert.match(pipeline.read('ext/real.md'), /^stage: negotiation$/m);
  });

  it('is not read through a link, or where it is no file', async () => {
    pipeline.write('deals/a.md', 'good');
    keep(record('a.md'));
    const name = join(pipeline.records, '00000009-0123456789ab.json');
    const elsewhere = pipeline.folder.write('record.json', readFileSync(name));
    rmSync(name);
    symlinkSync(elsewhere, name);
    mkdirSync(join(pipeline.records, '00000010-0123456789ab.json'));
    writeFileSync(join(pipeline.records, 'notes.txt'), 'x');
    for (const number of [10, 9])
      assert.match((await run('undo', '--skip')).out, new RegExp(`^Set aside: .*0${number}-0123456789ab`));
    assert.match((await run('undo')).err, /^Nothing to undo in deals\.\n$/);
    assert.equal(pipeline.read('deals/a.md'), 'good');
  });

  it('tells of a command that changed too much to be kept', async () => {
    pipeline.write('deals/a.md', openDeal('A', 'proposal'));
    await run('log', 'deals/a.md', 'met');
    pipeline.write('deals/big.md', openDeal('Big', 'proposal') + 'x'.repeat(17_000_000));
    const advanced = await run('advance', 'deals/big.md');
    assert.equal(advanced.code, 0);
    assert.match(advanced.err, /^This can’t be undone with deal-notes undo: The file is too large/);
    const { code, err } = await run('undo');
    assert.equal(code, 1);
    assert.match(
      err,
      /^advance \(.*\): The file is too large to undo\. Use git to take it back; undo --skip/,
    );
    await run('undo', '--skip');
    assert.match((await run('undo')).out, /^Undone: log /);
  });
});

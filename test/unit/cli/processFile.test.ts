import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { run } from './support/cli';
import { openDeal, temporaryFolder } from './support/folder';

/** Each puts something where the process stands that cannot be read, by whoever runs this; and what is told of it. */
const UNREADABLE: Readonly<Record<string, readonly [(file: string) => void, RegExp]>> = {
  'a link that leads nowhere': [file => symlinkSync('../shared/process.yaml', file), /doesn’t exist/],
  'a link to itself': [file => symlinkSync('sales-process.yaml', file), /in a circle/],
  'a link through a file': [file => symlinkSync('a.md/process.yaml', file), /doesn’t exist/],
  'a folder': [file => mkdirSync(file), /a folder, not a file/],
  'a link to a folder': [file => symlinkSync('.', file), /a folder, not a file/],
  'a pipe': [file => void execFileSync('mkfifo', [file]), /not a regular file/],
  'a link to a device': [file => symlinkSync('/dev/zero', file), /not a regular file/],
};
const TEXTS: Readonly<Record<string, readonly [string | Uint8Array, RegExp]>> = {
  'no UTF-8': [Buffer.from('currency: EUR # f\u00fcr\n', 'latin1'), /not in UTF-8/],
  'UTF-16': [Buffer.from('\ufeffback: block\n', 'utf16le'), /UTF-16/],
  'a text that is too long': [`back: block\n# ${'-'.repeat(1_000_000)}\n`, /longer than 1,000,000/],
};

describe('a process that cannot be read', () => {
  const folder = temporaryFolder();
  beforeEach(() => folder.write('deals/a.md', openDeal('Acme', 'proposal')));
  const process = () => folder.path('deals/sales-process.yaml');

  const movesNothing = async (told: RegExp) => {
    const before = folder.read('deals/a.md');
    for (const named of ['deals', '.']) {
      const checked = await run(folder.root, ['check', named]);
      assert.equal(checked.code, 1);
      assert.match(checked.out, /^deals\/sales-process\.yaml:1:1: error /m);
      assert.match(checked.out, told);
    }
    for (const command of ['advance', 'back', 'win']) {
      const { code, err } = await run(folder.root, [command, 'deals/a.md']);
      assert.equal(code, 1, command);
      assert.match(err, told);
      assert.match(err, /Can’t check your team’s rules/);
    }
    assert.equal(folder.read('deals/a.md'), before);
    for (const command of ['list', 'funnel'])
      assert.match((await run(folder.root, [command, 'deals'])).err, told);
  };

  for (const [what, [put, told]] of Object.entries(UNREADABLE)) {
    it(`is told as itself, and no deal is moved: ${what}`, async () => {
      put(process());
      await movesNothing(told);
    });
  }
  for (const [what, [text, told]] of Object.entries(TEXTS)) {
    it(`is told as itself, and no deal is moved: ${what}`, async () => {
      folder.write('deals/sales-process.yaml', text);
      await movesNothing(told);
    });
  }

  it('is told as itself, and no deal is moved: more than can be read at once', async () => {
    folder.write('deals/sales-process.yaml', '');
    for (const megabytes of [300, 3000]) {
      truncateSync(process(), megabytes * 1024 * 1024);
      await movesNothing(/larger than 256 MB/);
    }
  });

  it('also makes its folder a pipeline, and is found from below', async () => {
    folder.write('sales/emea/b.md', openDeal('B', 'proposal'));
    symlinkSync('nowhere.yaml', folder.path('sales/sales-process.yaml'));
    const { code, err } = await run(folder.root, ['back', 'sales/emea/b.md']);
    assert.equal(code, 1);
    assert.match(err, /sales\/sales-process\.yaml:1: .*doesn’t exist/);
    assert.match((await run(folder.path('sales/emea'), ['check'])).out, /sales-process\.yaml:1:1: error/);
  });

  it('is told of what is staged too, a link of what it leads to', async () => {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.root, stdio: 'pipe' });
    git('init', '--quiet');
    symlinkSync('../shared.yaml', process());
    git('add', '--all');
    assert.match(
      (await run(folder.root, ['check', 'deals', '--staged'])).out,
      /sales-process\.yaml:1:1: error/,
    );
    folder.write('shared.yaml', 'skip: never\n');
    assert.match(
      (await run(folder.root, ['check', 'deals', '--staged'])).out,
      /sales-process\.yaml:1:7: .*never/,
    );
  });
});

describe('a process by another name', () => {
  const folder = temporaryFolder();
  beforeEach(() => folder.write('deals/a.md', openDeal('Acme', 'proposal')));

  it('is told wherever its rules would count, with the way out', async () => {
    folder.write('deals/Sales_Process.yml', 'back: block\n');
    const told = /Sales_Process\.yml:1.*isn’t read.*Rename it to sales-process\.yaml/;
    const { code, out } = await run(folder.root, ['check', 'deals']);
    assert.equal(code, 1);
    assert.match(out, /^deals\/Sales_Process\.yml:1:1: error misnamed-process-file: /m);
    for (const args of [
      ['list', 'deals'],
      ['funnel', 'deals'],
      ['back', 'deals/a.md', '--dry-run'],
    ])
      assert.match((await run(folder.root, args)).err, told);
    execFileSync('git', ['init', '--quiet'], { cwd: folder.root });
    execFileSync('git', ['add', '--all'], { cwd: folder.root });
    rmSync(folder.path('deals/Sales_Process.yml'));
    const staged = await run(folder.root, ['check', 'deals', '--staged', '--json']);
    assert.match(staged.out, /misnamed-process-file/);
  });

  for (const [name, deal] of [
    ['deals/sales-process.yml', 'deals/a.md'],
    ['deals/Sales-Process.yaml', 'deals/emea/a.md'],
    ['sales-process.yaml.txt', 'deals/a.md'],
    ['sales-process (1).yaml', 'deals/emea/a.md'],
    ['sales/sales_process.yaml', 'sales/emea/a.md'],
  ] as const) {
    it(`lets no deal be moved by other rules: ${name} for ${deal}`, async () => {
      rmSync(folder.path('deals'), { recursive: true });
      folder.write(deal, openDeal('Acme', 'proposal'));
      folder.write(name, 'back: block\n');
      const before = folder.read(deal);
      for (const command of ['advance', 'back', 'win']) {
        const { code, err } = await run(folder.root, [command, deal]);
        assert.equal(code, 1, command);
        assert.match(err, /Can’t check your team’s rules\. Rename .* to sales-process\.yaml, then try again/);
        assert.ok(err.includes(`${name}:1: `), err);
      }
      assert.equal(folder.read(deal), before);
      const found = deal.split('/')[0]!;
      const checked = await run(folder.root, ['check', found]);
      assert.equal(checked.code, 1);
      assert.ok(checked.out.includes(`${name}:1:1: error misnamed-process-file: `), checked.out);
      assert.ok((await run(folder.root, ['list', found])).err.includes(`${name}:1: `));
      // Whoever means it can, and everything but a move goes on.
      assert.equal((await run(folder.root, ['set', deal, 'value', '5k'])).code, 0);
      assert.equal((await run(folder.root, ['back', deal, '--force'])).code, 0);
      // The way out is one.
      folder.write(name.replace(/[^/]+$/, 'sales-process.yaml'), 'back: block\n');
      rmSync(folder.path(name));
      assert.match((await run(folder.root, ['back', deal])).err, /[Bb]ack|previous/);
      assert.equal((await run(folder.root, ['advance', deal])).code, 0);
    });
  }

  it('is told beside the one that counts', async () => {
    folder.write('deals/sales-process.yml', 'back: block\n');
    folder.write('deals/sales-process.yaml', 'back: allow\n');
    const { out } = await run(folder.root, ['check', 'deals']);
    assert.match(out, /sales-process\.yml:1:1: error misnamed-process-file: .*Merge what you need/);
    assert.equal((await run(folder.root, ['back', 'deals/a.md'])).code, 0);
    // One above it would not count either.
    folder.write('Sales-Process.yml', 'back: block\n');
    assert.ok(!(await run(folder.root, ['check', 'deals'])).out.includes('Sales-Process.yml'));
  });
});

describe('a rule that nobody can be sure of', () => {
  const folder = temporaryFolder();
  for (const text of [
    'Back: block\n',
    '<<<<<<< ours\nback: block\n=======\nback: warn\n>>>>>>> theirs\n',
    'moves:\n  back: block\n',
  ]) {
    it(`lets no deal be moved until it is fixed: ${JSON.stringify(text.split('\n')[0])}`, async () => {
      folder.write('deals/a.md', openDeal('Acme', 'proposal'));
      folder.write('deals/sales-process.yaml', text);
      const before = folder.read('deals/a.md');
      const { code, err } = await run(folder.root, ['back', 'deals/a.md']);
      assert.equal(code, 1);
      assert.match(err, /Can’t check your team’s rules\. Fix sales-process\.yaml, line 1/);
      assert.equal(folder.read('deals/a.md'), before);
      assert.match(
        (await run(folder.root, ['check', 'deals'])).out,
        /sales-process\.yaml:1:1: (?:warning unknown-key|error conflict-markers): /,
      );
    });
  }
});

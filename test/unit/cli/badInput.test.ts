import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { run, runJson } from './support/cli';
import { deal, openDeal, temporaryFolder } from './support/folder';

interface Finding {
  path: string;
  line: number;
  severity: string;
  code: string;
  message: string;
}

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** Files that may be deals and cannot be read as one: each stays visible, with the line at which to mend it. */
const UNREADABLE: { name: string; content: string | Uint8Array; code: string; line: number }[] = [
  {
    name: 'YAML that does not parse',
    content: deal('stage: proposal', 'title: a: b'),
    code: 'unquoted-colon',
    line: 3,
  },
  {
    name: 'a key that stands twice',
    content: deal('stage: proposal', 'value: 1', 'stage: closing'),
    code: 'duplicate-key',
    line: 4,
  },
  {
    name: 'a conflict of which neither side can be read',
    content: deal('title: A', '<<<<<<< HEAD', 'stage: propsal', '=======', 'stage: closng', '>>>>>>> theirs'),
    code: 'conflict-markers',
    line: 3,
  },
  { name: 'a front matter that is a list', content: deal('- stage: proposal'), code: 'not-a-map', line: 2 },
  { name: 'a front matter that is a text', content: deal('stage proposal'), code: 'not-a-map', line: 2 },
  {
    name: 'a front matter without an end',
    content: '---\nstage: proposal\n',
    code: 'unclosed-front-matter',
    line: 1,
  },
  {
    name: 'an unknown stage',
    content: deal('title: A', 'stage: demo scheduled'),
    code: 'unknown-stage',
    line: 3,
  },
  { name: 'a stage that is a number', content: deal('stage: 5'), code: 'unknown-stage', line: 2 },
  {
    name: 'a stage that is a list',
    content: deal('title: A', 'stage: [proposal]'),
    code: 'unknown-stage',
    line: 3,
  },
  { name: 'a stage that is null', content: deal('stage:'), code: 'unknown-stage', line: 2 },
  {
    name: 'an unknown status',
    content: deal('stage: proposal', 'status: maybe'),
    code: 'unknown-status',
    line: 3,
  },
  { name: 'UTF-16', content: utf16(openDeal('Acme', 'proposal')), code: 'not-utf8', line: 1 },
  {
    name: 'Latin-1',
    content: Buffer.from(openDeal('Café', 'proposal'), 'latin1'),
    code: 'not-utf8',
    line: 1,
  },
];

/** Deals in which one field makes no sense: the field is left out, the deal counts. */
const DOUBTFUL: { name: string; content: string; code: string; line: number }[] = [
  {
    name: 'a date that is none',
    content: deal('stage: proposal', 'close_date: 2026-02-30'),
    code: 'invalid-date',
    line: 3,
  },
  {
    name: 'a value that is text',
    content: deal('stage: proposal', 'value: about 5k'),
    code: 'invalid-value',
    line: 3,
  },
  {
    name: 'a negative value',
    content: deal('stage: proposal', 'title: A', 'value: -5'),
    code: 'invalid-value',
    line: 4,
  },
  {
    name: 'a history entry without a date',
    content: deal('stage: proposal', 'history:', '  - {stage: proposal}'),
    code: 'invalid-history',
    line: 4,
  },
];

describe('bad input on the command line', () => {
  const folder = temporaryFolder();

  for (const { name, content, code, line } of UNREADABLE) {
    it(`${name} is shown with its line, and never written to`, async () => {
      folder.write('deals/odd.md', content);
      folder.write('deals/good.md', openDeal('Good', 'proposal'));
      const before = readFileSync(folder.path('deals/odd.md'));

      const checked = await run(folder.root, ['check', 'deals', '--json']);
      assert.equal(checked.code, 1);
      const { problems } = JSON.parse(checked.out) as { problems: Finding[] };
      const [finding, ...others] = problems;
      assert.deepEqual(others, []);
      const { message, path, severity } = finding!;
      assert.deepEqual([path, finding!.line, severity, finding!.code], ['deals/odd.md', line, 'error', code]);

      const listed = await run(folder.root, ['list']);
      assert.equal(listed.code, 0);
      assert.ok(listed.out.includes(`Needs attention · 1\n  deals/odd.md:${line}: ${message}\n`), listed.out);
      assert.match(
        listed.out,
        /^2 files = 1 open \+ 0 won \+ 0 lost \+ 1 needs attention \+ 0 other notes$/m,
      );

      const moved = await run(folder.root, ['advance', 'deals/odd.md']);
      assert.equal(moved.code, 1);
      assert.equal(moved.err, `deals/odd.md:${line}: ${message}\n`);
      assert.ok(before.equals(readFileSync(folder.path('deals/odd.md'))));
    });
  }

  for (const { name, content, code, line } of DOUBTFUL) {
    it(`${name} is told with its line, and the deal counts`, async () => {
      folder.write('odd.md', content);
      const { code: exit, out } = await run(folder.root, ['check']);
      assert.equal(exit, 1);
      assert.match(out, new RegExp(`^odd\\.md:${line}:\\d+: warning ${code}: .*\\n1 problem in 1 file: `));
      assert.match((await run(folder.root, ['list'])).out, /^1 file = 1 open /m);
    });
  }

  for (const { name, content } of [
    { name: 'no front matter', content: 'Just notes.\n' },
    { name: 'an empty front matter', content: '---\n---\nNotes.\n' },
    { name: 'nothing at all', content: '' },
  ]) {
    it(`${name} is another note, not a problem`, async () => {
      folder.write('note.md', content);
      assert.equal((await run(folder.root, ['check', '--hints'])).out, 'No problems in 1 file.\n');
      assert.match((await run(folder.root, ['list'])).out, /\+ 1 other notes$/m);
      assert.equal((await run(folder.root, ['advance', 'note.md'])).code, 1);
      assert.equal(folder.read('note.md'), content);
    });
  }

  it('never runs front matter that is code', async () => {
    const trap = folder.path('trap');
    folder.write(
      'js.md',
      `---js\nrequire('fs').writeFileSync(${JSON.stringify(trap)}, ''), { stage: 'proposal' }\n---\n`,
    );
    assert.match((await run(folder.root, ['check'])).out, /^js\.md:1:1: error foreign-front-matter: /m);
    assert.equal((await run(folder.root, ['advance', 'js.md'])).code, 1);
    assert.equal(existsSync(trap), false);
  });

  it('reads deals with a byte order mark or CRLF', async () => {
    folder.write('acme.md', `\uFEFF${openDeal('Acme', 'proposal').replaceAll('\n', '\r\n')}`);
    assert.equal((await run(folder.root, ['check'])).code, 0);
    assert.match((await run(folder.root, ['list'])).out, /^Proposal · 1 · €48,000$/m);
  });

  it('shows links that lead nowhere or in a circle, and goes on', async () => {
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    symlinkSync('nowhere.md', folder.path('broken.md'));
    symlinkSync('circle.md', folder.path('circle.md'));
    const { problems } = await runJson<{ problems: Finding[] }>(folder.root, 'check');
    assert.deepEqual(
      problems.map(({ path, code }) => [path, code]),
      [
        ['broken.md', 'unreadable'],
        ['circle.md', 'unreadable'],
      ],
    );
    assert.equal((await run(folder.root, ['advance', 'broken.md', 'circle.md'])).code, 1);
    assert.match((await run(folder.root, ['list'])).out, /^3 files = 1 open .* 2 needs attention/m);
  });

  it('does not hang on pipes, whatever their name', async () => {
    execFileSync('mkfifo', [folder.path('pipe.md'), folder.path('sales-process.yaml')]);
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    symlinkSync('pipe.md', folder.path('link.md'));
    const { code, err } = await run(folder.root, ['advance', '--force', 'pipe.md', 'link.md', 'acme.md']);
    assert.equal(code, 1);
    assert.match(err, /^pipe\.md:1: This is not a regular file\.$/m);
    assert.match(folder.read('acme.md'), /^stage: negotiation$/m);
    const listed = await run(folder.root, ['list']);
    assert.equal(listed.code, 0);
    assert.match(
      listed.err,
      /sales-process\.yaml:1: This is not a regular file\. The built-in process is used until this is fixed\./,
    );
  });

  it('tells all problems of all files in order, the process file among them', async () => {
    folder.write('sales-process.yaml', 'currency: EUR\nskp: block\n');
    folder.write('b.md', deal('stage: proposal', 'value: x', 'close_date: y'));
    folder.write('a/z.md', deal('stage: 3'));
    const { code, out } = await run(folder.root, ['check']);
    assert.equal(code, 1);
    assert.deepEqual(
      out.split('\n').map(line => line.replace(/^(\S+ \w+ [\w-]+): .*$/, '$1')),
      [
        'a/z.md:2:8: error unknown-stage',
        'b.md:3:8: warning invalid-value',
        'b.md:4:13: warning invalid-date',
        'sales-process.yaml:2:1: warning unknown-key',
        '4 problems in 2 files: 1 error, 3 warnings. 1 hint, shown with --hints.',
        '',
      ],
    );
  });

  it('lists what needs attention as JSON, without a field that is missing', async () => {
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    folder.write('odd.md', deal('stage: 5'));
    const { deals, needsAttention } = await runJson<{
      deals: Record<string, unknown>[];
      needsAttention: Finding[];
    }>(folder.root, 'list');
    assert.deepEqual(Object.keys(needsAttention[0]!), ['path', 'line', 'code', 'message']);
    assert.deepEqual(deals[0]!['history'], [{ on: '2026-01-05', stage: 'proposal', status: null }]);
    // A key that is new stands behind those that scripts know.
    assert.deepEqual(Object.keys(deals[0]!).slice(0, 23), [
      'path',
      'title',
      'account',
      'owner',
      'source',
      'contacts',
      'stage',
      'status',
      'value',
      'probability',
      'forecast',
      'created',
      'closeDate',
      'closedOn',
      'nextStep',
      'nextStepOn',
      'lostReason',
      'tags',
      'checks',
      'absent',
      'history',
      'lastActivity',
      'daysInStage',
    ]);
    assert.equal(deals[0]!['account'], null);
  });
});

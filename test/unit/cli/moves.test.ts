import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { run, runJson } from './support/cli';
import { deal, openDeal, temporaryFolder } from './support/folder';

const ON = ['--on', '2026-02-03'];

/** The lines that stand in one text and not in the other. */
function lineDifference(before: string, after: string): { gone: string[]; added: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { gone: old.filter(line => !now.includes(line)), added: now.filter(line => !old.includes(line)) };
}

describe('moving deals on the command line', () => {
  const folder = temporaryFolder();
  const proposal = openDeal('Acme, warehouse scanners', 'proposal');

  for (const { args, stage, label } of [
    { args: ['advance'], stage: 'negotiation', label: 'Objections and negotiations' },
    { args: ['back'], stage: 'needs-analysis', label: 'Needs analysis' },
    { args: ['move', '--to', 'Lead Generation'], stage: 'lead-generation', label: 'Lead generation' },
  ]) {
    it(`${args.join(' ')} changes one line and adds one`, async () => {
      folder.write('acme.md', proposal);
      const { code, out, err } = await run(folder.root, [...args, 'acme.md', ...ON]);
      assert.deepEqual(
        { code, out, err },
        { code: 0, out: `Acme, warehouse scanners → ${label}\n`, err: '' },
      );
      assert.deepEqual(lineDifference(proposal, folder.read('acme.md')), {
        gone: ['stage: proposal'],
        added: [`stage: ${stage}`, `  - {on: 2026-02-03, stage: ${stage}}`],
      });
    });
  }

  it('win, reopen and stop write outcome, day, reason and history, and take them back', async () => {
    folder.write('acme.md', proposal);
    assert.equal((await run(folder.root, ['win', 'acme.md', ...ON])).out, 'Acme, warehouse scanners → Won\n');
    assert.deepEqual(lineDifference(proposal, folder.read('acme.md')), {
      gone: [],
      added: ['status: won', 'closed_on: 2026-02-03', '  - {on: 2026-02-03, status: won}'],
    });
    const { out } = await run(folder.root, ['reopen', 'acme.md', '--on', '2026-02-04']);
    assert.equal(out, 'Acme, warehouse scanners → reopened in Proposal\n');
    const stopped = [
      'stop',
      'acme.md',
      '--reason',
      'price',
      '--note',
      'Cheaper: by half',
      '--on',
      '2026-02-04',
    ];
    assert.equal((await run(folder.root, stopped)).code, 0);
    const text = folder.read('acme.md');
    for (const line of ['status: lost', 'lost_reason: price', "lost_note: 'Cheaper: by half'"]) {
      assert.ok(text.split('\n').includes(line), `${line} is missing in ${text}`);
    }
    assert.match(text, / {2}- \{on: 2026-02-04, status: lost, reason: price\}\n---\n/);
  });

  it('says why what was named by mistake is no deal', async () => {
    folder.write('deals/acme.md', proposal);
    folder.write('t.txt', proposal);
    folder.write('_template.md', proposal);
    for (const [named, says] of [
      ['deals', /^deals:1: This is a folder/],
      ['t.txt', /^t\.txt:1: .*ends in \.md/],
      ['nofile', /^nofile:1: .*doesn’t exist/],
      ['gone.md', /^gone\.md:1: .*doesn’t exist/],
      ['_template.md', /^_template\.md:1: .*begin with “_”/],
    ] as const)
      for (const command of [['advance'], ['archive'], ['set'], ['rename']]) {
        const rest = { set: ['owner', 'dana'], rename: ['A'] }[command[0]!] ?? [];
        const { code, err } = await run(folder.root, [...command, named, ...rest]);
        assert.equal(code, 1);
        assert.match(err, says);
      }
  });

  it('keeps CRLF and the byte order mark', async () => {
    const crlf = `\uFEFF${proposal.replaceAll('\n', '\r\n')}`;
    folder.write('acme.md', crlf);
    assert.equal((await run(folder.root, ['advance', 'acme.md', ...ON])).code, 0);
    const after = folder.read('acme.md');
    assert.ok(after.startsWith('\uFEFF---\r\n'));
    assert.doesNotMatch(after, /[^\r]\n/);
  });

  it('keeps the mode of the file and leaves nothing beside it', async () => {
    chmodSync(folder.write('acme.md', proposal), 0o664);
    assert.equal((await run(folder.root, ['advance', 'acme.md'])).code, 0);
    assert.equal(statSync(folder.path('acme.md')).mode & 0o777, 0o664);
    assert.deepEqual(readdirSync(folder.root), ['acme.md']);
  });

  it('writes to where a link leads, and the link stays', async () => {
    folder.write('shared/acme.md', proposal);
    symlinkSync('shared/acme.md', folder.path('link.md'));
    assert.equal((await run(folder.root, ['advance', 'link.md'])).code, 0);
    assert.ok(lstatSync(folder.path('link.md')).isSymbolicLink());
    assert.match(folder.read('shared/acme.md'), /^stage: negotiation$/m);
  });

  it('moves a file once, however often and by whatever way it is named', async () => {
    folder.write('acme.md', proposal);
    symlinkSync('acme.md', folder.path('link.md'));
    const args = ['advance', 'acme.md', './acme.md', folder.path('acme.md'), 'link.md'];
    assert.equal((await run(folder.root, args)).out.split('\n').length, 2);
    assert.match(folder.read('acme.md'), /^stage: negotiation$/m);
  });

  it('does what it can, tells what it cannot, and ends with 1', async () => {
    folder.write('acme.md', proposal);
    folder.write('late.md', openDeal('Late', 'closing'));
    folder.write('zeta.md', openDeal('Zeta', 'prospecting'));
    const { code, out, err } = await run(folder.root, [
      'advance',
      'acme.md',
      'gone.md',
      './late.md',
      'zeta.md',
    ]);
    assert.equal(code, 1);
    assert.equal(out, 'Acme, warehouse scanners → Objections and negotiations\nZeta → Qualification\n');
    assert.match(err, /^gone\.md:1: This file can’t be read: it, or what it links to, doesn’t exist\.$/m);
    assert.match(err, /^\.\/late\.md:1: Late is in the last stage/m);
  });

  it('tells the same as JSON', async () => {
    folder.write('acme.md', proposal);
    assert.deepEqual(await runJson(folder.root, 'advance', 'acme.md', 'gone.md'), [
      {
        path: 'acme.md',
        ok: true,
        title: 'Acme, warehouse scanners',
        from: { stage: 'proposal', status: 'open' },
        to: { stage: 'negotiation', status: 'open' },
        warnings: [],
      },
      {
        path: 'gone.md',
        ok: false,
        code: 'unreadable',
        line: 1,
        message: 'This file can’t be read: it, or what it links to, doesn’t exist.',
      },
    ]);
  });

  it('follows the process of the nearest folder upwards', async () => {
    folder.write('sales-process.yaml', 'back: block\n');
    folder.write('sub/acme.md', proposal);
    const blocked = await run(folder.root, ['back', 'sub/acme.md']);
    assert.equal(blocked.code, 1);
    assert.match(blocked.err, /sales-process\.yaml doesn’t allow it/);
    folder.write(
      'sub/sales-process.yaml',
      'back: warn\nstages: {proposal: {label: Offer, aliases: [quote]}}\n',
    );
    const warned = await run(folder.path('sub'), ['back', folder.path('sub/acme.md')]);
    assert.equal(warned.code, 0);
    assert.match(warned.err, /warning: Acme, warehouse scanners moves back, from Offer to Needs analysis\./);
    assert.equal(
      (await run(folder.root, ['move', 'sub/acme.md', '--to', 'QUOTE'])).out,
      'Acme, warehouse scanners → Offer\n',
    );
  });

  describe('past a gate', () => {
    const rules =
      'stages:\n  proposal:\n    required: [value, close_date]\n    exit_criteria: [{id: presented, text: We presented it}]\n';
    const notMet = '“We presented it” isn’t met, and “close_date” is empty';

    it('warns, moves and records it', async () => {
      folder.write('sales-process.yaml', rules);
      folder.write('acme.md', proposal);
      const { code, err } = await run(folder.root, ['advance', 'acme.md', ...ON]);
      assert.equal(code, 0);
      const goesOn = 'Acme, warehouse scanners moved to Objections and negotiations';
      assert.equal(err, `acme.md: warning: ${goesOn}, although ${notMet}.\n`);
      assert.deepEqual(lineDifference(proposal, folder.read('acme.md')).added, [
        'stage: negotiation',
        '  - {on: 2026-02-03, stage: negotiation, skipped: [presented, close_date]}',
      ]);
    });

    it('is refused where the team blocks it, and tried in vain', async () => {
      folder.write('sales-process.yaml', `unmet_criteria: block\n${rules}`);
      folder.write('acme.md', proposal);
      for (const args of [['advance'], ['win'], ['move', '--to', 'closing'], ['advance', '--dry-run']]) {
        const { code, out, err } = await run(folder.root, [...args, 'acme.md']);
        assert.deepEqual({ code, out }, { code: 1, out: '' });
        assert.match(
          err,
          /^acme\.md:1: Acme, warehouse scanners can’t .* yet: “We presented it” isn’t met\./,
        );
      }
      assert.equal(folder.read('acme.md'), proposal);
      const [refused] = (await runJson(folder.root, 'advance', 'acme.md')) as { code: string }[];
      assert.equal(refused!.code, 'not-allowed');
    });

    it('goes with --force, and the history says so', async () => {
      folder.write('sales-process.yaml', `unmet_criteria: block\nskip: block\n${rules}`);
      folder.write('acme.md', proposal);
      const { code, err } = await run(folder.root, ['move', '--to', 'closing', 'acme.md', '--force', ...ON]);
      assert.equal(code, 0);
      assert.match(err, /warning: Acme, warehouse scanners skips a stage/);
      assert.deepEqual(lineDifference(proposal, folder.read('acme.md')).added, [
        'stage: closing',
        '  - {on: 2026-02-03, stage: closing, skipped: [presented, close_date], override: true}',
      ]);
      assert.deepEqual(
        ((await runJson(folder.root, 'list')) as { deals: { absent: string[] }[] }).deals[0]!.absent,
        ['close_date'],
      );
    });
  });

  it('moves nothing by rules that nobody can read, unless it is forced to', async () => {
    folder.write('sales-process.yaml', 'back: [block\n');
    folder.write('acme.md', proposal);
    const { code, err, out } = await run(folder.root, ['advance', 'acme.md']);
    assert.deepEqual([code, out], [1, '']);
    assert.match(
      err,
      /sales-process\.yaml:\d+: This isn’t valid YAML.* The built-in process is used until this is fixed\.\n/,
    );
    assert.match(err, /^acme\.md:1: Can’t check your team’s rules.* or use --force\.$/m);
    assert.equal(folder.read('acme.md'), proposal);
    assert.equal((await run(folder.root, ['advance', 'acme.md', '--force'])).code, 0);
  });

  it('leaves the team’s template alone, which `*.md` names too', async () => {
    for (const name of ['_template.md', 'README.md']) {
      folder.write(name, proposal);
      for (const more of [[], ['--dry-run']]) {
        const { code, err, out } = await run(folder.root, ['advance', name, ...more]);
        assert.deepEqual([code, out], [1, '']);
        assert.match(err, /Nothing was changed/);
      }
      assert.equal(folder.read(name), proposal);
    }
  });

  it('moves nothing where the value of a rule is a slip, unless it is forced to', async () => {
    folder.write('sales-process.yaml', 'skip: Block\n');
    folder.write('acme.md', proposal);
    const { code, err } = await run(folder.root, ['move', '--to', 'closing', 'acme.md', ...ON]);
    assert.equal(code, 1);
    assert.match(err, /sales-process\.yaml:1: Expected allow, warn or block, but found “Block”\./);
    assert.match(err, /^acme\.md:1: Can’t check your team’s rules.* or use --force\.$/m);
    assert.equal(folder.read('acme.md'), proposal);
    assert.equal((await run(folder.root, ['move', '--to', 'closing', 'acme.md', '--force', ...ON])).code, 0);
  });

  it('leaves a file without a stage alone', async () => {
    const note = deal('title: Notes');
    folder.write('note.md', note);
    const { code, err } = await run(folder.root, ['advance', 'note.md']);
    assert.equal(code, 1);
    assert.match(err, /^note\.md:1: This file isn’t a deal/);
    assert.equal(folder.read('note.md'), note);
  });
});

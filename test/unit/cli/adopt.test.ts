import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { AdoptedJson } from '../../../src/core/exchange/json/schema/adopted';
import { HOSTILE, UNSAFE, wellFormed, yaml } from '../support/hostile';
import { deal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

describe('deal-notes adopt', () => {
  const folder = temporaryFolder();
  const run = (...args: string[]) => runIn(folder.root, args);

  it('moves fields that are lines into front matter with --inline, shown first by --dry-run, taken back by undo', async () => {
    const text = '# A\n\nstage:: proposal\ncompany:: Acme\n';
    folder.write('inline/a.md', text);
    const dry = await run('adopt', 'inline', '--inline', '--dry-run');
    assert.match(dry.out, /The fields of 1 note are moved into front matter\./);
    assert.match(dry.out, /^\+stage: proposal$/m);
    assert.equal(folder.read('inline/a.md'), text);
    const told = JSON.parse((await run('adopt', 'inline', '--inline', '--json')).out) as AdoptedJson;
    assert.deepEqual([told.moved, told.inline, told.deals], [['a.md'], [], 1]);
    assert.match((await run('list', 'inline')).out, /Acme/);
    assert.equal((await run('undo', 'inline')).code, 0);
    assert.equal(folder.read('inline/a.md'), text);
  });

  it('ends with 1 where values can’t be read, and says which and what lists them', async () => {
    folder.write('my vault/a.md', deal('phase: Demo', 'title: A', 'amount: $5k'));
    folder.write('my vault/b.md', deal('phase: Demo', 'title: B', 'amount: 1,200'));
    folder.write('my vault/c.md', deal('phase: Demo', 'title: C', 'close_date: 18.12.2026'));
    const { code, err } = await run('adopt', 'my vault');
    assert.equal(code, 1);
    assert.deepEqual(err.trimEnd().split('\n'), [
      '2 notes with something in “amount”, which is read as value, that can’t be read, such as “$5k” in a.md. deal-notes check "my vault" lists each.',
      '1 note with something in “close_date” that can’t be read, such as “18.12.2026” in c.md. deal-notes check "my vault" lists each.',
    ]);
    const told = JSON.parse((await run('adopt', 'my vault', '--json')).out) as AdoptedJson;
    assert.deepEqual(told.unclear[2], {
      ...{ path: 'c.md', key: 'close_date', field: 'close_date', value: '18.12.2026' },
    });
  });

  for (const [at, lines] of [
    ['status: active', 'stage: proposal'],
    ['status: open', 'stage: proposal'],
    ['Status: active', 'stage: proposal'],
    ['Status: aktiv', 'Phase: Demo'],
  ].entries())
    it(`makes deals that can be won and lost: ${lines.join(', ')}`, async () => {
      const vault = `own${at}`;
      const others = ['active', 'someday'].map(one => lines[0]!.replace(/\w+$/, one));
      for (const [name, status] of [lines[0]!, ...others].entries())
        folder.write(`${vault}/${name}.md`, deal(status, lines[1]!));
      assert.equal((await run('adopt', vault)).code, 0);
      const check = await run('check', vault);
      assert.equal(check.code, 0, check.out);
      assert.doesNotMatch(check.out, /tatus/);
      for (const [file, ...args] of [
        ['0.md', 'win'],
        ['1.md', 'stop'],
      ] as const) {
        const done = await run(
          ...args,
          `${vault}/${file}`,
          ...(args[0] === 'stop' ? ['--reason', 'price'] : []),
        );
        assert.equal(done.code, 0, done.err);
        const text = folder.read(`${vault}/${file}`);
        assert.match(text, args[0] === 'win' ? /^deal_status: won$/m : /^deal_status: lost$/m);
        assert.match(text, /^status: \w+$/im);
      }
    });

  for (const [ended, ...others] of [
    ['Status: Won', 'Status: aktiv', 'Status: aktiv'],
    ['Status: gewonnen', 'Status: active'],
    ['STATUS: verloren', 'STATUS: in Arbeit', 'STATUS: in Arbeit'],
    ['state: won', 'state: someday', 'state: later'],
    ['Status: Won', 'status: open', 'status: open'],
  ] as const)
    it(`names the deals that count as open, but may be won or lost: ${ended} beside ${others[0]}`, async () => {
      const vault = `ended ${ended.replace(': ', '-')} ${others.length}`;
      for (const [at, status] of [...others, ended].entries())
        folder.write(`${vault}/${at}.md`, deal(status, 'stage: proposal', 'title: D'));
      const last = `${others.length}.md`;
      const adopted = await run('adopt', vault);
      assert.equal(adopted.code, 1, adopted.out);
      assert.match(adopted.err, /^1 note may be won or lost, but counts as open\. Add “(\w+): won” or lost/m);
      assert.ok(adopted.err.includes(`${last} (${ended})`), adopted.err);
      const told = JSON.parse((await run('adopt', vault, '--json')).out) as AdoptedJson;
      assert.deepEqual(
        told.ended.map(({ path }) => path),
        [last],
      );
      const key = /Add “(\w+): won”/.exec(adopted.err)![1]!;
      folder.write(`${vault}/${last}`, deal(ended, 'stage: proposal', 'title: D', `${key}: won`));
      assert.deepEqual((await run('adopt', vault)).err, '');
      const won = await run('win', `${vault}/0.md`);
      assert.equal(won.code, 0, won.err);
    });

  it('lists a template, which is no deal, and counts it nowhere', async () => {
    folder.write('templates/a.md', deal('stage: proposal', 'Company: Acme', 'Close: 2026-12-18'));
    folder.write('templates/Templates/Deal.md', deal('stage: proposal', 'Company: <% tp.file.title %>'));
    folder.write('templates/Templates/Other.md', deal('stage: "{{stage}}"', 'Client: x'));
    const { code, out, err } = await run('adopt', 'templates');
    assert.equal(code, 1);
    assert.match(out, /^1 note with a stage in “stage”/);
    assert.match(out, /Close is read as close_date/);
    assert.doesNotMatch(out, /Client/);
    assert.match(
      err,
      /^templates\/Templates\/Deal\.md:3: “<% tp\.file\.title %>” is what a template has\. .*\ntemplates\/Templates\/Other\.md:2: /,
    );
  });

  it('names notes that are no deals by it, and says how they can be', async () => {
    folder.write('mixed/a.md', deal('deal-stage: proposal'));
    folder.write('mixed/b.md', deal('Stage: proposal'));
    folder.write('mixed/c.md', '---\ntags: [x]\n---\nstage:: proposal\n');
    folder.write('mixed/d.md', 'Now [stage:: proposal].\n');
    const plain = await run('adopt', 'mixed', '--dry-run');
    assert.equal(plain.code, 1);
    assert.equal(
      plain.err,
      [
        '1 note with the stage under another key, so it isn’t a deal yet. Rename the key to “deal-stage”: b.md (Stage).',
        '1 note with fields as lines of the text, which aren’t read. --inline moves them into front matter: c.md.',
        '1 note with fields in sentences, or under keys that are there already. Move them into front matter by hand: d.md.',
        '',
      ].join('\n'),
    );
    const moved = await run('adopt', 'mixed', '--inline', '--json');
    assert.equal(moved.code, 1);
    const told = JSON.parse(moved.out) as AdoptedJson;
    assert.deepEqual(
      [told.moved, told.inline, told.elsewhere],
      [['c.md'], ['d.md'], [{ path: 'b.md', key: 'Stage' }]],
    );
    const again = await run('adopt', 'mixed', '--inline');
    assert.match(again.err, /Move them into front matter by hand: d\.md\.\n$/);
  });

  it('says what it reads as what, and writes the process file alone, which undo takes back', async () => {
    const text = deal('deal_stage: Demo', 'company: Acme');
    folder.write('vault/a.md', text);
    assert.deepEqual(await run('adopt', 'vault'), {
      code: 0,
      out: [
        '1 note with a stage in “deal_stage”. The notes stay as they are.',
        '  deal_stage is read as stage',
        '  company is read as account',
        '  “Demo” is the stage needs-analysis',
        '',
      ].join('\n'),
      err: '',
    });
    assert.equal(folder.read('vault/a.md'), text);
    assert.match((await run('list', 'vault')).out, /Acme/);
    assert.equal((await run('undo', 'vault')).code, 0);
    assert.equal(existsSync(folder.path('vault/sales-process.yaml')), false);
  });

  it('is named by what lists deals, where most notes have their stage under a key of their own', async () => {
    const told = async (...args: string[]) => (await run(...args)).err;
    folder.write('my vault/a.md', deal('deal-stage: proposal'));
    assert.doesNotMatch(await told('list', 'my vault'), /adopt/);
    folder.write('my vault/b.md', deal('deal-stage: closing'));
    folder.write('my vault/c.md', deal('stage: proposal'));
    for (const command of ['list', 'today', 'check', 'funnel'])
      assert.match(
        await told(command, 'my vault'),
        /^2 notes have their stage in “deal-stage” instead of “stage”\. To read them as they are, run deal-notes adopt "my vault"$/m,
        command,
      );
    folder.write('my vault/d.md', deal('stage: proposal'));
    assert.doesNotMatch(await told('list', 'my vault'), /adopt/);
    await run('adopt', 'my vault');
    assert.doesNotMatch(await told('list', 'my vault'), /adopt/);
  });

  it('edits deals under the keys that they have', async () => {
    folder.write('vault/a.md', deal('deal_stage: proposal', 'company: Acme'));
    await run('adopt', 'vault');
    await run('set', 'vault/a.md', 'company', 'Globex');
    await run('advance', 'vault/a.md');
    assert.match(folder.read('vault/a.md'), /^---\ndeal_stage: negotiation\ncompany: Globex\n/);
  });

  it('shows with --dry-run what it would write, and tells all of it as JSON', async () => {
    folder.write('vault/a.md', deal('deal_stage: Hot'));
    const { code, out, err } = await run('adopt', 'vault', '--dry-run');
    assert.equal(code, 1);
    assert.match(out, /\n\+fields:\n\+ {2}stage: deal_stage\n/);
    assert.match(err, /“Hot” \(1 note\) isn’t a known stage/);
    const json = await run('adopt', 'vault', '--dry-run', '--json');
    const told = JSON.parse(json.out) as AdoptedJson;
    assert.deepEqual(
      [told.fields, told.leftStages, told.changed],
      [[{ field: 'stage', key: 'deal_stage' }], [{ name: 'Hot', notes: 1, isOutcome: false }], true],
    );
    assert.equal(existsSync(folder.path('vault/sales-process.yaml')), false);
  });

  it('names each note that it can’t read and why, and ends with 1, or 2 where there are no others', async () => {
    const unclosed = deal('deal_stage: Demo', 'company: "Acme');
    const western = Buffer.from(deal('deal_stage: Demo', 'company: Café'), 'latin1');
    const BOTH = /^(?:part|all)\/b\.md:3: .*quot.*\n(?:part|all)\/c\.md:1: This file is not in UTF-8\. .*\n$/;
    folder.write('part/a.md', deal('deal_stage: Demo'));
    for (const name of ['part', 'all']) {
      folder.write(`${name}/b.md`, unclosed);
      folder.write(`${name}/c.md`, western);
      folder.write(`${name}/d.md`, 'A note.\n');
    }
    const part = await run('adopt', 'part');
    assert.equal(part.code, 1);
    assert.match(part.err, BOTH);
    const told = JSON.parse((await run('adopt', 'part', '--json')).out) as AdoptedJson;
    assert.deepEqual(
      told.unread.map(({ path, line }) => [path, line]),
      [
        ['b.md', 3],
        ['c.md', 1],
      ],
    );
    assert.equal((await run('adopt', 'part', '--json')).code, 1);
    const all = await run('adopt', 'all');
    assert.equal(all.code, 2);
    const [first, ...others] = all.err.split('\n');
    assert.match(first!, /^all: No note here/);
    assert.match(others.join('\n'), BOTH);
  });

  it('writes nothing where there is nothing to adopt', async () => {
    folder.write('vault/a.md', 'A note.\n');
    for (const [name, told] of [
      ['vault', /^vault: No note here/],
      ['gone', /^gone: /],
    ] as const) {
      const { code, out, err } = await run('adopt', name);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, told);
    }
  });

  it('prints nothing of hostile notes that acts', async () => {
    for (const [at, text] of Object.values(HOSTILE).entries())
      folder.write(
        `vault/${at}.md`,
        deal(`deal_stage: ${yaml(text)}`, `${yaml(wellFormed(text).slice(0, 200) + at)}: 1`),
      );
    const { out, err } = await run('adopt', 'vault');
    for (const line of [...out.split('\n'), ...err.split('\n')]) assert.doesNotMatch(line, UNSAFE);
  });
});

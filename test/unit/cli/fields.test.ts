import assert from 'node:assert/strict';
import { lstatSync, symlinkSync } from 'node:fs';
import { HOSTILE } from '../support/hostile';
import { date } from '../support/deals';
import { deal, openDeal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

/** A Monday. */
const clock = { today: () => date('2026-03-02'), now: () => 0 };

/** Halves of characters have no bytes of their own. */
const inUtf8 = (text: string) => Buffer.from(text).toString();

describe('what the command line writes in a deal', () => {
  const folder = temporaryFolder();
  const run = (...args: string[]) => runIn(folder.root, args, { clock });
  const frontMatter = () => /^---\n(.*?)\n---\n/s.exec(folder.read('acme.md'))![1]!.split('\n');

  for (const { args, line, says } of [
    { args: ['close_date', 'friday'], line: 'close_date: 2026-03-06', says: 'close_date is now 2026-03-06' },
    {
      args: ['close-date', 'in 2 weeks'],
      line: 'close_date: 2026-03-16',
      says: 'close_date is now 2026-03-16',
    },
    { args: ['value', '1,5 Mio'], line: 'value: 1500000', says: 'value is now 1500000' },
    { args: ['value', '9k usd'], line: 'currency: USD', says: 'value is now 9000, currency is now USD' },
    { args: ['Owner', 'dana'], line: 'owner: dana', says: 'owner is now dana' },
    { args: ['probability', '60 %'], line: 'probability: 60', says: 'probability is now 60' },
    { args: ['tags', '#a, b'], line: '  - b', says: 'tags is now a, b' },
    {
      args: ['renewal_on', 'tomorrow'],
      line: 'renewal_on: 2026-03-03',
      says: 'renewal_on is now 2026-03-03',
    },
    { args: ['title', 'Beta'], line: 'title: Beta', says: 'title is now Beta' },
  ]) {
    it(`set ${args.join(' ')}`, async () => {
      folder.write('acme.md', openDeal('Acme', 'proposal'));
      assert.deepEqual(await run('set', 'acme.md', ...args), { code: 0, out: `Acme: ${says}\n`, err: '' });
      assert.ok(frontMatter().includes(line), folder.read('acme.md'));
    });
  }

  it('set removes a field by an empty value, and once more does nothing', async () => {
    const text = openDeal('Acme', 'proposal');
    folder.write('acme.md', text);
    assert.equal((await run('set', 'acme.md', 'value', '')).out, 'Acme: value removed\n');
    assert.equal(folder.read('acme.md'), text.replace('value: 48000\n', ''));
    assert.equal((await run('set', 'acme.md', 'value', ' ')).out, 'Acme: nothing to change\n');
    folder.write('acme.md', deal('title: X # from the fair', 'stage: proposal'));
    assert.equal((await run('set', 'acme.md', 'title', '')).out, 'X: title removed\n');
    assert.ok(frontMatter().includes('title: # from the fair'), folder.read('acme.md'));
  });

  it('set writes the key that the team has for a field', async () => {
    folder.write('sales-process.yaml', 'fields: {value: amount}\n');
    folder.write('acme.md', deal('stage: proposal', 'amount: 5'));
    const { out } = await run('set', 'acme.md', 'amount', '7k', '--json');
    assert.deepEqual((JSON.parse(out) as { fields: unknown }[])[0]!.fields, { amount: 7000 });
    assert.ok(frontMatter().includes('amount: 7000'));
  });

  it('set takes a standard name that the team has replaced for a key like any other', async () => {
    folder.write('sales-process.yaml', 'fields: {value: amount, title: name, stage: phase, tags: labels}\n');
    const lines = ['amount: 5', 'value: strategic', 'name: X', 'title: Dr.', 'stage: whatever', 'tags: none'];
    for (const [key, old, now] of [
      ['value', 'strategic', '9'],
      ['title', 'Dr.', 'Prof.'],
      ['stage', 'whatever', 'foo'],
      ['tags', 'none', 'any'],
      ['name', 'X', 'Zeta'],
      ['amount', '5', '6'],
    ] as const) {
      const before = deal('phase: proposal', ...lines);
      folder.write('acme.md', before);
      assert.equal((await run('set', 'acme.md', key, now)).out, `X: ${key} is now ${now}\n`);
      assert.equal(folder.read('acme.md'), before.replace(`${key}: ${old}`, `${key}: ${now}`));
      assert.equal((await run('set', 'acme.md', key, '')).out.includes(`${key} removed`), true);
      const left = before.replace(`${key}: ${old}\n`, '');
      assert.equal(folder.read('acme.md'), left);
    }
    assert.match((await run('set', 'acme.md', 'phase', 'foo')).err, /advance/);
  });

  it('set doubts a standard name that the team has replaced where no such key was', async () => {
    folder.write('sales-process.yaml', 'fields: {value: amount}\n');
    folder.write('acme.md', deal('stage: proposal', 'amount: 5'));
    assert.match((await run('set', 'acme.md', 'value', '9')).err, /Did you mean “amount”\?/);
    assert.ok(frontMatter().includes('amount: 5'));
  });

  it('set doubts a key that is nearly one of ours, the first time', async () => {
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    assert.match((await run('set', 'acme.md', 'onwer', 'dana')).err, /Did you mean “owner”\?/);
    assert.equal((await run('set', 'acme.md', 'onwer', 'marek')).err, '');
    assert.equal((await run('set', 'acme.md', 'region', 'north')).err, '');
  });

  for (const { key, command } of [
    { key: 'stage', command: 'advance, back or move' },
    { key: 'status', command: 'win, stop or reopen' },
    { key: 'history', command: 'win' },
    { key: 'closed_on', command: 'win or stop' },
    { key: 'lost_reason', command: 'stop' },
    { key: 'lost-note', command: 'stop' },
  ]) {
    it(`set leaves ${key} to the command that writes it`, async () => {
      const text = openDeal('Acme', 'proposal');
      folder.write('acme.md', text);
      for (const value of ['x', '']) {
        const { code, out, err } = await run('set', 'acme.md', key, value);
        assert.deepEqual([code, out], [1, '']);
        assert.ok(err.startsWith('acme.md:1: ') && err.includes(command), err);
      }
      assert.equal(folder.read('acme.md'), text);
    });
  }

  it('set corrects why a lost deal was lost, in its history too, and leaves it lost', async () => {
    const lost = (reason: string, told = reason) =>
      `---\ntitle: Acme\nstage: proposal\nstatus: lost\nlost_reason: ${reason}\nhistory:\n  - {on: 2026-01-05, stage: proposal}\n  - {on: 2026-02-01, status: lost, reason: ${told}}\n---\n`;
    folder.write('acme.md', lost('price'));
    assert.equal((await run('set', 'acme.md', 'lost_reason', 'timing')).code, 0);
    assert.equal(folder.read('acme.md'), lost('timing'));
    // What somebody has told otherwise there stays.
    folder.write('acme.md', lost('price', 'budget'));
    assert.equal((await run('set', 'acme.md', 'lost_reason', 'timing')).code, 0);
    assert.equal(folder.read('acme.md'), lost('timing', 'budget'));
    assert.equal((await run('set', 'acme.md', 'lost_note', 'next year')).code, 0);
    assert.match(folder.read('acme.md'), /^lost_note: next year$/m);
  });

  it('set refuses what makes no sense, with file and way out', async () => {
    const text = openDeal('Acme', 'proposal');
    folder.write('acme.md', text);
    for (const [key, value, says] of [
      ['value', 'much', /^acme\.md:1: “much” .*48k/],
      ['close_date', '2026-02-30', /^acme\.md:1: “2026-02-30” .*“friday”/],
      ['close_date', '12/11/2026', /may be 2026-11-12 or 2026-12-11/],
      ['renewal_on', '12/11/2026', /may be 2026-11-12 or 2026-12-11/],
      ['probability', '150', /^acme\.md:1: “150” .*100/],
      ['contacts', 'R. Lee', /^acme\.md:1: /],
      ['a: b', 'x', /^acme\.md:1: “a: b” /],
    ] as const) {
      const { code, err } = await run('set', 'acme.md', key, value);
      assert.equal(code, 1);
      assert.match(err, says);
    }
    assert.equal(folder.read('acme.md'), text);
    const broken = deal('stage: proposal', 'title: a: b');
    folder.write('acme.md', broken);
    assert.match((await run('set', 'acme.md', 'owner', 'dana')).err, /^acme\.md:3: /);
    assert.equal(folder.read('acme.md'), broken);
  });

  it('reads days as people write them wherever one is named', async () => {
    for (const [said, day] of [
      ['yesterday', '2026-03-01'],
      ['28.2.2026', '2026-02-28'],
      ['2026-02-27', '2026-02-27'],
    ] as const) {
      folder.write('acme.md', openDeal('Acme', 'proposal'));
      const { out } = await run('win', 'acme.md', '--on', said);
      assert.equal(out, `Acme → Won${said === day ? '' : `, on ${day}`}\n`);
      assert.ok(frontMatter().includes(`closed_on: ${day}`));
      for (const args of [
        ['list', '--from'],
        ['list', '--to'],
        ['funnel', '--as-of'],
      ])
        assert.deepEqual(await run(...args, said), await run(...args, day));
    }
  });

  it('log writes a line with its day', async () => {
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    assert.equal((await run('log', 'acme.md', 'call: asked\nfor more')).out, 'Acme: logged on 2026-03-02\n');
    assert.equal(
      (await run('log', 'acme.md', 'met', '--on', 'yesterday')).out,
      'Acme: logged on 2026-03-01\n',
    );
    assert.match(folder.read('acme.md'), /^- 2026-03-02 call: asked for more$/m);
    assert.match(folder.read('acme.md'), /^- 2026-03-01 met$/m);
    assert.equal((await run('log', 'acme.md', 'fri call: forgot')).out, 'Acme: logged on 2026-02-27\n');
    assert.match(folder.read('acme.md'), /^- 2026-02-27 call: forgot$/m);
    await run('log', 'acme.md', 'yesterday: mail', '--on', '2026-02-20');
    assert.match(folder.read('acme.md'), /^- 2026-02-20 yesterday: mail$/m);
  });

  it('next sets the next step, completes it, and removes it', async () => {
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    const first = await run('next', 'acme.md', 'Send the quote', '--on', 'friday');
    assert.equal(first.out, 'Acme: next step: Send the quote, by 2026-03-06\n');
    const second = await run('next', 'acme.md', 'Call', '--done');
    assert.equal(second.out, 'Acme: logged as done; next step: Call\n');
    assert.match(folder.read('acme.md'), /^- 2026-03-02 Send the quote$/m);
    assert.ok(!frontMatter().some(line => line.startsWith('next_step_on')));
    assert.equal((await run('next', 'acme.md', '--done')).out, 'Acme: logged as done; no next step\n');
    assert.match(folder.read('acme.md'), /^- 2026-03-02 Call$/m);
    assert.equal((await run('next', 'acme.md', '--done')).code, 1);
    await run('next', 'acme.md', 'Wait');
    assert.equal((await run('next', 'acme.md', '')).out, 'Acme: no next step\n');
    assert.ok(!frontMatter().some(line => line.startsWith('next_step')));
  });

  it('is written through a link, and the link stays', async () => {
    folder.write('shared/acme.md', openDeal('Acme', 'proposal'));
    symlinkSync('shared/acme.md', folder.path('acme.md'));
    for (const args of [
      ['set', 'acme.md', 'owner', 'dana'],
      ['log', 'acme.md', 'met'],
      ['next', 'acme.md', 'Call'],
    ])
      assert.equal((await run(...args)).code, 0);
    assert.ok(lstatSync(folder.path('acme.md')).isSymbolicLink());
    assert.match(folder.read('shared/acme.md'), /^owner: dana$/m);
    assert.match(folder.read('shared/acme.md'), /^next_step: Call$/m);
    assert.match(folder.read('shared/acme.md'), /^- 2026-03-02 met$/m);
  });

  it('says what hostile values say, and nothing more', async () => {
    for (const text of Object.values(HOSTILE)) {
      folder.write('acme.md', openDeal('Acme', 'proposal'));
      const set = await run('set', 'acme.md', 'account', '--', text);
      assert.ok(set.code === 0 || /^acme\.md:1: /.test(set.err), set.err);
      const { out } = await run('list', '--json');
      const [listed] = (JSON.parse(out) as { deals: { account: string | null; stage: string }[] }).deals;
      assert.equal(listed!.stage, 'proposal');
      if (set.code === 0) assert.equal(listed!.account ?? '', inUtf8(text.replace(/\s+/g, ' ').trim()));
      const logged = await run('log', 'acme.md', '--', text);
      assert.ok([0, 1, 2].includes(logged.code!));
      assert.equal((await run('next', 'acme.md', '--', text)).code, 0);
      assert.equal((await run('check', '--json')).code, 0, folder.read('acme.md'));
    }
  });

  it('tells of rules that cannot be read, since they say how the keys are called', async () => {
    folder.write('sales-process.yaml', 'fields: [\n');
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    assert.match((await run('set', 'acme.md', 'owner', 'dana')).err, /sales-process\.yaml:\d+: /);
  });
});

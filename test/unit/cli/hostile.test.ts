import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import type { CheckJson } from '../../../src/core/exchange/json/schema/check';
import {
  dealOf,
  doubtfulDeal,
  HOSTILE,
  oneLine,
  processOf,
  unreadableDeals,
  UNSAFE,
  wellFormed,
} from '../support/hostile';
import { run } from './support/cli';
import { openDeal, temporaryFolder } from './support/folder';

/** File names take nearly all; these they do not, or they hide the file. */
const asName = (text: string) =>
  oneLine(text)
    .replace(/[/\0]/g, '')
    .replace(/^[._]+/, '')
    .slice(0, 60);

const TEXTS = Object.entries(HOSTILE);

describe('hostile texts on the command line', () => {
  const folder = temporaryFolder();

  /** A file for each text, and each way to go wrong with it; answers with the deals. */
  function writeAll(): { deals: string[]; others: string[] } {
    const deals: string[] = [];
    const others: string[] = [];
    for (const [k, [, text]] of TEXTS.entries()) {
      deals.push(`${k}.md`, `${k}${asName(text)}.md`);
      for (const name of deals.slice(-2)) folder.write(name, dealOf(text));
      const odd = { doubtful: doubtfulDeal(text), ...unreadableDeals(text) };
      for (const [what, content] of Object.entries(odd)) {
        others.push(`${k} ${what}.md`);
        folder.write(`${k} ${what}.md`, content);
      }
    }
    return { deals: [...new Set(deals)], others };
  }

  async function assertPlain(args: readonly string[]): Promise<string> {
    const { out, err, code } = await run(folder.root, args);
    const what = args.slice(0, 3).join(' ');
    assert.ok(code === 0 || code === 1 || code === 2, `${what}: ${code}`);
    assert.doesNotMatch(err, /This is a bug/, what);
    for (const printed of [out, err]) {
      assert.doesNotMatch(printed, UNSAFE, what);
      assert.doesNotMatch(printed.replaceAll('\r\n', ''), /\r/, what);
    }
    return out;
  }

  it('are printed as text, from deals of every kind', async () => {
    const { deals, others } = writeAll();
    for (const args of [['list'], ['list', '--csv'], ['check'], ['funnel']])
      assert.ok(await assertPlain(args));
    for (const path of [...deals.slice(0, 8), ...others.slice(0, 4)]) await assertPlain(['brief', path]);
    await assertPlain(['advance', ...deals, ...others, 'nowhere.md', '--dry-run']);
    await assertPlain(['stop', ...deals, '--reason', 'price', '--dry-run']);
    await assertPlain(['win', ...deals]);
  }).timeout(120_000);

  it('are printed as text, from what is typed', async () => {
    folder.write('a.md', openDeal('Acme', 'proposal'));
    for (const text of ['\u001b[2J', '\u202e\u009b1m', '[x](command:x)\r\n\u0007']) {
      await assertPlain(['move', 'a.md', '--to', text]);
      await assertPlain(['list', text]);
      await assertPlain(['advance', text]);
      await assertPlain([text]);
      await assertPlain(['win', 'a.md', '--on', text]);
      await assertPlain(['stop', 'a.md', '--reason', text, '--note', text, '--dry-run']);
    }
  }).timeout(60_000);

  for (const [name, text] of TEXTS) {
    it(`are printed as text, from the process: ${name}`, async () => {
      folder.write('a.md', openDeal('Acme', 'proposal'));
      folder.write('sales-process.yaml', processOf(text));
      await assertPlain(['list']);
    });
  }

  it('are no links in SARIF', async () => {
    folder.write('a.md', openDeal('Acme', '"[Reset it](https://evil.example)"'));
    folder.write('b.md', openDeal('Acme', '"\\\\[Reset it](https://evil.example)"'));
    const { runs } = JSON.parse(await assertPlain(['check', '--sarif'])) as Log;
    const texts = runs[0]!.results!.map(({ message }) => message.text!).filter(text => text.includes('evil'));
    assert.ok(texts.length >= 2);
    for (const text of texts) {
      // A bracket with an even number of backslashes before it is a bracket.
      assert.doesNotMatch(text, /(?<!\\)(?:\\\\)*\[/);
    }
  });

  it('come back from JSON as they were', async () => {
    const { deals: paths } = writeAll();
    const asRead = (text: string) => wellFormed(text).replace(/\s+/g, ' ').trim();
    const { deals } = JSON.parse(await assertPlain(['list', '--json'])) as {
      deals: Record<string, string>[];
    };
    const byPath = new Map(deals.map(deal => [deal['path'], deal]));
    for (const [k, [name, text]] of TEXTS.entries()) {
      const { title, account, owner, nextStep, lostReason } = byPath.get(`${k}.md`)!;
      assert.deepEqual([title, account, owner, nextStep, lostReason], Array(5).fill(asRead(text)), name);
    }
    assert.deepEqual([...byPath.keys()].filter(path => paths.includes(path!)).sort(), paths.toSorted());
    const { problems } = JSON.parse(await assertPlain(['check', '--json'])) as CheckJson;
    assert.ok(problems.length > TEXTS.length * 8);
    const moved = JSON.parse(await assertPlain(['advance', ...paths, '--dry-run', '--json'])) as {
      ok: boolean;
    }[];
    assert.equal(moved.length, paths.length);
    assert.ok(moved.every(({ ok }) => ok));
  }).timeout(60_000);
});

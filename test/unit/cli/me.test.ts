import assert from 'node:assert/strict';
import { deal } from './support/folder';
import { ownPipeline } from './support/pipeline';

describe('who types is known to deal-notes', () => {
  const pipeline = ownPipeline();
  const { folder } = pipeline;
  const owned = (title: string, owner: string) =>
    deal(`title: ${title}`, `owner: ${owner}`, 'stage: proposal');
  const as = (who: Record<string, string>, ...args: string[]) => pipeline.runWith(who, ...args);
  const byGit = (name: string) => ({
    DEAL_NOTES_ME: '',
    GIT_CONFIG_GLOBAL: folder.write('git.config', `[user]\nname = ${name}\n`),
    GIT_CONFIG_NOSYSTEM: '1',
  });
  beforeEach(() => {
    pipeline.write('deals/a.md', owned('Acme', 'dana'));
    pipeline.write('deals/b.md', owned('Beta', 'tom'));
  });

  it('by their environment, else by git: --owner me, in list and funnel', async () => {
    for (const who of [{ DEAL_NOTES_ME: 'Dana' }, byGit('Dana Smith')]) {
      const { out } = await as(who, 'list', '--owner', 'me', '--json');
      const { deals, leftOut } = JSON.parse(out) as { deals: { title: string }[]; leftOut: number };
      assert.deepEqual([deals.map(({ title }) => title), leftOut], [['Acme'], 1]);
      assert.match((await as(who, 'funnel', '--owner', 'ME')).out, /owner dana/);
    }
    assert.match(
      (await as({ DEAL_NOTES_ME: 'dana' }, 'list', '--owner', 'me', '--owner', 'tom')).out,
      /Beta/,
    );
  });

  it('or told how to say it, with the names there are', async () => {
    const { code, out, err } = await as(byGit('Sam'), 'list', '--owner', 'me');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /can’t tell who you are .* DEAL_NOTES_ME .* owners here are “dana”, “tom”\./);
  });

  it('and an owner who is called “me” is meant too', async () => {
    pipeline.write('deals/c.md', owned('Gamma', 'me'));
    assert.match((await as(byGit('Sam'), 'list', '--owner', 'me')).out, /Gamma/);
    const { out } = await as({ DEAL_NOTES_ME: 'dana' }, 'list', '--owner', 'me');
    assert.ok(out.includes('Acme') && out.includes('Gamma') && !out.includes('Beta'));
  });

  it('as the owner of a new deal, unless another is named', async () => {
    const who = { DEAL_NOTES_ME: 'dana' };
    await as(who, 'new', 'Mine');
    assert.match(pipeline.read('deals/mine.md'), /^owner: dana$/m);
    await as(who, 'new', 'Toms', '--owner', 'tom');
    assert.match(pipeline.read('deals/toms.md'), /^owner: tom$/m);
    await as(who, 'follow-up', 'deals/b.md', 'Beta again');
    assert.match(pipeline.read('deals/beta-again.md'), /^owner: dana$/m);
    await as(who, 'new', 'Also mine', '--owner', 'me');
    assert.match(pipeline.read('deals/also-mine.md'), /^owner: dana$/m);
    assert.equal((await as(byGit('Sam'), 'new', 'Whose', '--owner', 'me')).code, 2);
    await as(byGit('Sam'), 'new', 'Open');
    assert.doesNotMatch(pipeline.read('deals/open.md'), /^owner:/m);
  });
});

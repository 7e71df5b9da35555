import assert from 'node:assert/strict';
import { createDeal } from '../../../src/actions/createDeal';
import { createFollowUp } from '../../../src/actions/followUp';
import type { NewDeal } from '../../../src/core/deal/newDeal';
import type { KnownPerson } from '../../../src/core/deal/whoIAm';
import { memoryWorld, openDeal, stubbornWorld, TODAY, wonDeal, type World } from './support/worlds';

const NEXT: NewDeal = { title: 'Next', stage: 'proposal', today: TODAY };

const ownerIn = (text: string | undefined) => /^owner: ?(.*)$/m.exec(text ?? '')?.[1];

/** The owner that the file of a new deal names. */
async function ownerOfNext(world: World, who: KnownPerson, deal = NEXT): Promise<string | undefined> {
  const workspace = { ...world.workspace, person: { knownIn: async () => who } };
  const home = await workspace.homes.homeOf(world.at('x.md'));
  const { refused } = await createDeal(workspace, home!, deal);
  assert.deepEqual(refused, []);
  return ownerIn(world.all()['next.md']);
}

function team(...owners: string[]): World {
  const world = memoryWorld();
  owners.forEach((owner, at) => world.write(`${at}.md`, openDeal('Acme', owner && `owner: ${owner}\n`)));
  return world;
}

describe('the owner of a new deal', () => {
  it('is who makes it, as the team writes the name', async () => {
    assert.equal(await ownerOfNext(team('dana', 'tom'), { name: 'Dana Smith' }), 'dana');
    assert.equal(await ownerOfNext(team('tom'), { owner: 'Dana' }), 'Dana');
  });

  it('is nobody where that isn’t known in a team, or where deals have no owners', async () => {
    assert.equal(await ownerOfNext(team('dana', 'tom'), { name: 'Sam' }), undefined);
    assert.equal(await ownerOfNext(team('', ''), { owner: 'dana' }), undefined);
    assert.equal(await ownerOfNext(team(), { owner: 'dana' }), undefined);
  });

  it('is the one whom all deals have, where nothing else is known', async () => {
    assert.equal(await ownerOfNext(team('dana', 'dana'), {}), 'dana');
    assert.equal(await ownerOfNext(team('dana', ''), {}), undefined);
  });

  it('is whoever is named', async () => {
    assert.equal(await ownerOfNext(team('dana', 'tom'), { owner: 'dana' }, { ...NEXT, owner: 'tom' }), 'tom');
  });

  it('is the one that the template names, and fills one that is empty or asked for', async () => {
    for (const [line, owner] of [
      ['owner: sam', 'sam'],
      ['owner: # who', 'dana # who'],
      ['owner: {{owner}}', 'dana'],
    ]) {
      const world = team('tom', 'dana');
      world.write('_template.md', `---\n${line}\nstage: {{stage}}\n---\n`);
      assert.equal(await ownerOfNext(world, { owner: 'dana' }), owner);
    }
    const first = team();
    first.write('_template.md', '---\nowner: {{owner}}\n---\n');
    assert.equal(await ownerOfNext(first, { owner: 'dana' }), 'dana');
  });

  it('of one that follows another is who makes it, else the owner before', async () => {
    for (const [who, owner] of [
      [{ owner: 'dana' }, 'dana'],
      [{ name: 'Sam' }, 'tom'],
    ] as const) {
      const world = team('dana');
      const before = world.write('won.md', wonDeal('Won').replace('stage:', 'owner: tom\nstage:'));
      const workspace = { ...world.workspace, person: { knownIn: async () => who } };
      await createFollowUp(workspace, before, NEXT);
      assert.equal(ownerIn(world.all()['next.md']), owner);
    }
  });

  it('is left open where the folder can’t be listed', async () => {
    const world = stubbornWorld();
    world.files.unlistable.add(world.folder);
    assert.equal(await ownerOfNext(world, { owner: 'dana' }), undefined);
  });
});

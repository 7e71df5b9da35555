import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adoptNotes, type Adopted } from '../../../src/actions/adoptNotes';
import { undo } from '../../../src/actions/undo';
import { readDeal } from '../../../src/core/deal/readDeal';
import type { Pipeline } from '../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { STAGE_IDS } from '../../../src/core/process/stages';
import { sentenceOf } from '../../../src/words/sentence';
import { forAllInTime } from '../support/property';
import { memoryWorld, onAllFiles, type World } from './support/worlds';

const note = (...lines: readonly string[]) => ['---', ...lines, '---', 'Notes.', ''].join('\n');
const PROCESS = 'sales-process.yaml';

async function adopt({ workspace, folder }: World): Promise<Adopted> {
  const adopted = await adoptNotes(workspace, folder);
  assert.ok(adopted.ok, adopted.ok ? '' : sentenceOf(adopted.problem));
  return adopted;
}

async function refusal({ workspace, folder }: World, writesInline = false): Promise<string> {
  const adopted = await adoptNotes(workspace, folder, writesInline);
  assert.ok(!adopted.ok);
  return sentenceOf(adopted.problem);
}

const dealsOf = (pipeline: Pipeline) => [...pipeline.deals()].toSorted((a, b) => (a.path < b.path ? -1 : 1));

onAllFiles('a folder of notes that is adopted', world => {
  it('is a pipeline by its process file alone, and undo takes that back', async () => {
    const one = world();
    one.write(
      'a.md',
      note('deal_name: Scanners', 'deal-stage: Demo', 'Company: Acme', 'amount: 5', 'region: EU'),
    );
    one.write('b.md', note('deal_name: Depot', 'deal-stage: Proposal', 'Company: Acme'));
    one.write('c.md', note('type: person'));
    const before = one.all();
    const { adoption, units } = await adopt(one);
    assert.equal(adoption.deals, 2);
    const { [PROCESS]: process, ...notes } = one.all();
    assert.deepEqual(notes, before);
    assert.equal(
      process,
      'fields:\n  stage: deal-stage\n  title: deal_name\n  account: Company\n  value: amount\nstages:\n  needs-analysis:\n    aliases: [Demo]\n',
    );
    const deals = dealsOf(await one.workspace.homes.open(one.folder));
    assert.deepEqual(
      deals.map(({ title, account, stage, value }) => [title, account, stage, value?.amount]),
      [
        ['Scanners', 'Acme', 'needs-analysis', 5],
        ['Depot', 'Acme', 'proposal', undefined],
      ],
    );
    await undo(one.workspace.files, units);
    assert.deepEqual(one.all(), before);
  });
});

onAllFiles('a folder with notes that can’t be read', world => {
  it('is adopted by the others, and has each of these with the reason, by the keys that count then', async () => {
    const one = world();
    one.write('a.md', note('phase: Demo'));
    one.write('b.md', note('', 'phase: "Demo'));
    one.write('c.md', note('type: person'));
    one.write('d.md', `---\nphase: Demo\n`);
    one.write('e.md', 'Words alone.\n');
    const { adoption, unread } = await adopt(one);
    assert.equal(adoption.deals, 1);
    assert.deepEqual(
      unread.map(({ path }) => path),
      ['b.md', 'd.md'],
    );
    for (const { problem } of unread) assert.ok(sentenceOf(problem));
  });
});

onAllFiles('notes whose values can’t be read as they’re written', world => {
  it('are named, each with the key and what it says, also those whose lines were moved', async () => {
    const one = world();
    one.write('a.md', note('deal-stage: Demo', 'amount: "€1.200"', 'close date: 18.12.2026'));
    one.write('b.md', note('deal-stage: Proposal', 'amount: 48000', 'close date: "[[2026-12-18]]"'));
    one.write('c.md', note('deal-stage: Proposal', 'amount: 5', 'close date: 2026-12-18', 'currency: EUR'));
    one.write('d.md', note('deal-stage: nobody knows', 'amount: $5k'));
    one.write('e.md', '---\ndeal-stage: Proposal\n---\namount:: $1,210\n');
    const adopted = await adoptNotes(one.workspace, one.folder, true);
    assert.ok(adopted.ok);
    assert.deepEqual(adopted.moved, ['e.md']);
    assert.deepEqual(
      adopted.unclear.map(({ path, field, key, value }) => [path, field, key, value].join(' ')),
      [
        'a.md value amount €1.200',
        'a.md close_date close date 18.12.2026',
        'b.md close_date close date [[2026-12-18]]',
        'e.md value amount $1,210',
      ],
    );
    assert.equal((await adopt(one)).unclear.length, 4);
  });
});

describe('what is proposed for notes with other keys', () => {
  it('has nothing to do a second time', async () => {
    const world = memoryWorld();
    world.write('a.md', note('Stage: Demo', 'Customer: Acme'));
    await adopt(world);
    const once = world.all();
    assert.deepEqual((await adopt(world)).units, []);
    assert.deepEqual(world.all(), once);
  });

  it('stands beside what the process file says already, to the byte', async () => {
    const world = memoryWorld();
    const before = '# ours\ncurrency: EUR # always\r\nlost_reasons: [price]';
    world.write(PROCESS, before);
    world.write('a.md', note('phase: proposal'));
    await adopt(world);
    assert.equal(world.all()[PROCESS], `${before}\r\nfields:\r\n  stage: phase\r\n`);
  });

  it('is refused where the process file would have to be changed otherwise', async () => {
    const world = memoryWorld();
    world.write(PROCESS, '{currency: EUR}\n');
    world.write('a.md', note('phase: proposal'));
    assert.match(await refusal(world), /by hand: fields: \{.*stage: phase/);
    assert.equal(world.all()[PROCESS], '{currency: EUR}\n');
  });

  it('is added to the fields that the process file has', async () => {
    const world = memoryWorld();
    world.write(PROCESS, 'fields: {value: amount}\n');
    world.write('a.md', note('phase: proposal'));
    await adopt(world);
    assert.equal(world.all()[PROCESS], 'fields: {stage: phase, value: amount}\n');
  });

  it('takes a stage that is called status, and gives the status another name', async () => {
    const world = memoryWorld();
    world.write('a.md', note('status: Proposal', 'name: A'));
    world.write('b.md', note('status: Closing'));
    const { adoption } = await adopt(world);
    assert.deepEqual(
      [...adoption.fields],
      [
        ['stage', 'status'],
        ['title', 'name'],
        ['status', 'deal_status'],
      ],
    );
    const deals = dealsOf(await world.workspace.homes.open(world.folder));
    assert.deepEqual(
      deals.map(({ stage, status }) => [stage, status]),
      [
        ['proposal', 'open'],
        ['closing', 'open'],
      ],
    );
  });

  it('guesses neither an outcome nor a stage that nobody knows', async () => {
    const world = memoryWorld();
    for (const [path, stage] of Object.entries({ a: 'Closed Won', b: 'Hot', c: 'Hot', d: 'proposal' }))
      world.write(`${path}.md`, note(`deal_stage: ${stage}`));
    const { adoption } = await adopt(world);
    assert.deepEqual(adoption.leftStages, [
      { name: 'Closed Won', notes: 1, isOutcome: true },
      { name: 'Hot', notes: 2, isOutcome: false },
    ]);
    assert.deepEqual(adoption.aliases, []);
  });

  it('leaves a key alone if another one is there, or its values are of another kind', async () => {
    const world = memoryWorld();
    world.write(
      'a.md',
      note('stage: proposal', 'value: 5', 'amount: 7', 'close: soon', 'revenue: high', 'client: A'),
    );
    world.write('b.md', note('stage: proposal', 'client: B', 'company: C'));
    const { adoption } = await adopt(world);
    assert.deepEqual([...adoption.fields], [['account', 'client']]);
    assert.deepEqual(adoption.leftKeys.map(({ key }) => key).sort(), [
      'amount',
      'close',
      'company',
      'revenue',
    ]);
  });

  it('tells of notes that have their fields as lines, and of a folder that has no stages at all', async () => {
    const world = memoryWorld();
    world.write('a.md', '# A\n\nstage:: proposal\naccount:: Acme\n');
    assert.match(await refusal(world), /1 note has fields as lines of the text\. .* --inline moves/);
    world.write('b.md', note('stage: proposal', 'company: Acme'));
    assert.deepEqual((await adopt(world)).inline, ['a.md']);
    const told = memoryWorld();
    told.write('a.md', 'Now [stage:: proposal].\n');
    for (const writesInline of [false, true])
      assert.match(
        await refusal(told, writesInline),
        /, but 1 note has fields in a sentence\. Write the stage into front matter by hand/,
      );
    const other = memoryWorld();
    other.write('a.md', '# A note\n');
    assert.match(await refusal(other), /No note here has a key that means a stage/);
    assert.deepEqual(Object.keys(other.all()), ['a.md']);
  });
});

onAllFiles('notes with fields as lines', world => {
  it('have them moved into front matter where a person wants it, and one undo takes all back', async () => {
    const one = world();
    one.write('a.md', '# Scanners\n\nphase:: Demo\ncompany:: Acme\namount:: 5\n\nNotes.\n');
    one.write('b.md', note('phase: Proposal', 'company: Globex'));
    one.write('c.md', '# Another note\n');
    const before = one.all();
    const adopted = await adoptNotes(one.workspace, one.folder, true);
    assert.ok(adopted.ok);
    assert.deepEqual([adopted.moved, adopted.inline, adopted.adoption.deals], [['a.md'], [], 2]);
    assert.match(one.all()['a.md']!, /^---\nphase: Demo\ncompany: Acme\namount: 5\n---\n# Scanners\n/);
    assert.deepEqual(one.all()['b.md'], before['b.md']);
    assert.deepEqual(
      dealsOf(await one.workspace.homes.open(one.folder)).map(({ title, account, stage, value }) => [
        title,
        account,
        stage,
        value?.amount,
      ]),
      [
        ['Scanners', 'Acme', 'needs-analysis', 5],
        ['b', 'Globex', 'proposal', undefined],
      ],
    );
    await undo(one.workspace.files, adopted.units);
    assert.deepEqual(one.all(), before);
  });

  it('are enough for a pipeline by themselves', async () => {
    const one = world();
    one.write('a.md', 'stage:: proposal\naccount:: Acme\n');
    const adopted = await adoptNotes(one.workspace, one.folder, true);
    assert.ok(adopted.ok);
    const [deal] = dealsOf(await one.workspace.homes.open(one.folder));
    assert.deepEqual([deal!.stage, deal!.account], ['proposal', 'Acme']);
  });
});

describe('a folder in which notes have their stages in several ways', () => {
  const MIXED = {
    'a.md': note('deal_name: A', 'deal-stage: Proposal', 'Company: Acme', 'amount: 5'),
    'b.md': '---\ntags: [deal]\n---\n\nstage:: Demo\nvalue:: 7\n\nText\n',
    'c.md': '# C\n\n- stage:: closing\n- customer:: [[Globex]]\n',
    'd.md': note('deal_name: D', 'deal-stage: proposal') + '\n- owner:: kim\n\nMore.\n',
    'e.md': note('Stage: Demo'),
    'f.md': 'We are at [stage:: proposal] now.\n',
    'g.md': '# Sprint\n\nPhase: alpha\n\n- [ ] 2026-12-01 call [created:: 2026-01-01]\n',
    'h.md': '```\nstage:: proposal\n```\n',
  };
  const mixed = () => {
    const world = memoryWorld();
    for (const [path, text] of Object.entries(MIXED)) world.write(path, text);
    return world;
  };

  it('has each note told that is no deal, or of which something isn’t read', async () => {
    const world = mixed();
    const { adoption, inline, elsewhere } = await adopt(world);
    assert.deepEqual([adoption.stageKey, adoption.deals], ['deal-stage', 2]);
    assert.deepEqual(inline, ['b.md', 'c.md', 'd.md', 'f.md']);
    assert.deepEqual(elsewhere, [{ path: 'e.md', key: 'Stage' }]);
  });

  it('has all fields moved that can be, under the keys that count, and the rest told', async () => {
    const world = mixed();
    const adopted = await adoptNotes(world.workspace, world.folder, true);
    assert.ok(adopted.ok);
    assert.deepEqual([adopted.moved, adopted.inline], [['b.md', 'c.md', 'd.md'], ['f.md']]);
    assert.deepEqual(adopted.elsewhere, [{ path: 'e.md', key: 'Stage' }]);
    assert.deepEqual(adopted.adoption.aliases, [{ name: 'Demo', stage: 'needs-analysis' }]);
    const after = world.all();
    assert.equal(after['b.md'], '---\ntags: [deal]\ndeal-stage: Demo\namount: 7\n---\n\nText\n');
    assert.equal(after['c.md'], "---\ndeal-stage: closing\nCompany: '[[Globex]]'\n---\n# C\n\n");
    assert.match(after['d.md']!, /\nowner: kim\n---\nNotes\.\n\nMore\.\n$/);
    for (const path of ['a.md', 'e.md', 'f.md', 'g.md', 'h.md'] as const)
      assert.equal(after[path], MIXED[path]);
    const deals = dealsOf(await world.workspace.homes.open(world.folder));
    assert.deepEqual(
      deals.map(({ path, stage, account, owner, value }) => [path, stage, account, owner, value?.amount]),
      [
        ['a.md', 'proposal', 'Acme', undefined, 5],
        ['b.md', 'needs-analysis', undefined, undefined, 7],
        ['c.md', 'closing', 'Globex', undefined, undefined],
        ['d.md', 'proposal', undefined, 'kim', undefined],
      ],
    );
  });

  it('keeps the key of the many whose stages nobody knows, or are outcomes, where one line has another', async () => {
    const line = 'stage:: proposal\n';
    for (const [stages, deals, stageKey] of [
      [['Warm', 'Hot', 'Cold', 'Hot'], 5, 'deal-stage'],
      [['Won', 'Lost'], 3, 'deal-stage'],
      [['Won'], 2, 'deal-stage'],
      [['alpha'], 1, 'stage'],
    ] as const) {
      const notes = stages.map((stage, at) => [`${at}.md`, `---\ndeal-stage: ${stage}\n---\n`] as const);
      const world = memoryWorld();
      for (const [path, text] of [...notes, ['z.md', line] as const]) world.write(path, text);
      const adopted = await adoptNotes(world.workspace, world.folder, true);
      assert.ok(adopted.ok);
      assert.deepEqual([adopted.adoption.deals, adopted.adoption.stageKey], [deals, stageKey], stages.join());
    }
  });

  it('has stages told that nobody knows, in lines too', async () => {
    const world = mixed();
    world.write('z.md', 'stage:: Warm-ish\n');
    const adopted = await adoptNotes(world.workspace, world.folder, true);
    assert.ok(adopted.ok);
    assert.deepEqual(adopted.adoption.leftStages, [{ name: 'Warm-ish', notes: 1, isOutcome: false }]);
  });

  const KEYS = ['stage', 'deal-stage', 'phase', 'Stage'];
  const one = fc.record({
    how: fc.constantFrom('front', 'lines', 'both', 'list'),
    key: fc.constantFrom(...KEYS),
    account: fc.constantFrom('account', 'Company', 'customer'),
    stage: fc.constantFrom('proposal', 'Demo', 'Closing'),
    newline: fc.constantFrom('\n', '\r\n'),
    isBelow: fc.boolean(),
  });
  type One = typeof one extends fc.Arbitrary<infer T> ? T : never;
  const textOf = ({ how, key, account, stage, newline, isBelow }: One) => {
    const sign = how === 'list' ? '- ' : '';
    const front = how === 'front' ? [`${key}: ${stage}`, `${account}: Acme`] : ['region: EU'];
    const lines = [`${sign}${key}:: ${stage}`, `${sign}${account}:: Acme`, `${sign}mood:: good`];
    return [
      ...(how === 'lines' ? [] : ['---', ...front, '---']),
      ...(isBelow ? ['', '# Heading', 'Words.', ''] : []),
      ...(how === 'front' ? [] : lines),
      ...['', 'Last words.', ''],
    ].join(newline);
  };

  it('has after --inline each as a deal or told by its name, no word of the notes lost, and nothing to do again', () =>
    forAllInTime(fc.array(one, { minLength: 1, maxLength: 6 }), async some => {
      const world = memoryWorld();
      for (const [at, each] of some.entries()) world.write(`${at}.md`, textOf(each));
      const before = world.all();
      const adopted = await adoptNotes(world.workspace, world.folder, true);
      assert.ok(adopted.ok);
      const read = dealsOf(await world.workspace.homes.open(world.folder));
      const told = new Set(adopted.elsewhere.map(({ path }) => path));
      const deals = new Map(read.map(one => [one.path as string, one]));
      for (const [at, each] of some.entries()) {
        const path = `${at}.md`;
        assert.ok(deals.has(path) !== told.has(path), path);
        if (each.how !== 'front') assert.equal(deals.get(path)!.account, 'Acme');
        const words = (text: string) => text.match(/(?:#|mood|good|[\p{L}-]*[Ww]ords)\b/gu);
        assert.deepEqual(words(world.all()[path]!)!.sort(), words(before[path]!)!.sort());
      }
      assert.deepEqual(adopted.inline, []);
      const once = world.all();
      const again = await adoptNotes(world.workspace, world.folder, true);
      assert.ok(again.ok);
      assert.deepEqual([again.units, again.moved, world.all()], [[], [], once]);
      await undo(world.workspace.files, adopted.units);
      assert.deepEqual(world.all(), before);
    }));
});

describe('the deals of adopted notes', () => {
  const day = fc.integer({ min: 1, max: 28 }).map(one => `2026-01-${String(one).padStart(2, '0')}`);
  const text = fc.constantFrom('Acme', 'Globex', 'Tern & Co', 'X1');
  const FIELDS = {
    title: text.map(one => `${one} deal`),
    account: text,
    owner: fc.constantFrom('dana', 'kim'),
    stage: fc.constantFrom(...STAGE_IDS),
    value: fc.integer({ min: 0, max: 90_000 }),
    close_date: day,
    lost_reason: fc.constantFrom('price', 'timing'),
    next_step: text,
    created: day,
    source: text,
  };
  type Key = keyof typeof FIELDS;
  const CALLED: Readonly<Record<Key, readonly string[]>> = {
    title: ['deal_name', 'Name', 'opportunity'],
    account: ['company', 'Customer', 'account-name', 'client'],
    owner: ['sales_rep', 'Owner', 'assigned to'],
    stage: ['deal_stage', 'deal-stage', 'Stage', 'phase'],
    value: ['amount', 'Deal Value', 'revenue'],
    close_date: ['closing_date', 'Close Date', 'expected-close'],
    lost_reason: ['loss_reason', 'Lost Reason'],
    next_step: ['next-action', 'Next Step'],
    created: ['created_at', 'date-created'],
    source: ['lead_source', 'Source'],
  };
  const KEYS = Object.keys(FIELDS) as Key[];
  const deals = fc.array(fc.record(FIELDS, { requiredKeys: ['stage', 'title'], noNullPrototype: true }), {
    minLength: 1,
    maxLength: 8,
  });
  const names = fc.record(
    Object.fromEntries(KEYS.map(key => [key, fc.constantFrom(key, ...CALLED[key])])) as Record<
      Key,
      fc.Arbitrary<string>
    >,
  );

  it('are those of the same pipeline with our keys, and no byte of a note changes', () =>
    forAllInTime(fc.tuple(deals, names), async ([some, called]) => {
      const world = memoryWorld();
      const written = (one: object, nameOf: (key: Key) => string) =>
        note(...Object.entries(one).map(([key, value]) => `${nameOf(key as Key)}: ${value}`), 'own: 1');
      const ours = some.map((one, at) =>
        readDeal(
          `${at}.md`,
          written(one, key => key),
          DEFAULT_PROCESS,
        ),
      );
      for (const [at, one] of some.entries())
        world.write(
          `${at}.md`,
          written(one, key => called[key]),
        );
      const before = world.all();
      await adopt(world);
      const after = Object.entries(world.all()).filter(([path]) => path !== PROCESS);
      assert.deepEqual(Object.fromEntries(after), before);
      const { homes } = world.workspace;
      const read = dealsOf(await homes.open(world.folder));
      assert.deepEqual(
        read,
        ours.map(entry => ('deal' in entry ? entry.deal : assert.fail('no deal'))),
      );
    }));
});

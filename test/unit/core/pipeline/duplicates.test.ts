import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deal } from '../../../../src/core/deal/deal';
import { Duplicates } from '../../../../src/core/pipeline/duplicates';
import { date, makeDeal } from '../../support/deals';
import { forAll } from '../../support/property';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const likeIn = (duplicates: Duplicates, path: string) =>
  duplicates
    .of(path)
    .map(deal => deal.path)
    .sort();

describe('deals that may be there twice', () => {
  it('are open and have the same title and account, however they are written, and the same owner or nearly the same beginning', () => {
    const duplicates = new Duplicates();
    const add = (path: string, given: Parameters<typeof makeDeal>[0]) =>
      duplicates.set(path, makeDeal({ path, title: 'Acme scanners', account: 'Acme', ...given }));
    add('a', { owner: 'Dana', created: date('2026-01-01') });
    add('b', { title: 'acme-SCANNERS', account: 'ACME ', owner: 'dana', created: date('2024-05-01') });
    add('c', { owner: 'Marek', created: date('2026-01-31') });
    add('d', { owner: 'Lee', created: date('2026-02-01') });
    add('e', { account: 'Globex', owner: 'Dana', created: date('2026-01-01') });
    add('f', { owner: 'Dana', created: date('2026-01-01'), status: 'won' });
    add('g', { account: undefined, value: eur(5), owner: 'Dana' });
    add('h', {});
    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(path => likeIn(duplicates, path)),
      [['b', 'c'], ['a'], ['a', 'd'], ['c'], [], [], [], []],
    );
  });

  it('are told in time in proportion to their number', () => {
    const many = 20_000;
    const duplicates = new Duplicates();
    let told = 0;
    for (let at = 0; at < many; at++) {
      const given = { path: `${at}.md`, title: 'Renewal', account: 'Acme', owner: 'dana', value: eur(at) };
      told += duplicates.set(given.path, makeDeal({ ...given, created: date('2026-01-01') })).size;
    }
    for (let at = 0; at < many; at++) {
      const alike = duplicates.of(`${at}.md`);
      assert.ok(alike.length > 0 && alike.length < 4);
    }
    assert.ok(told < 100, `${told}`);
  });

  it('are told of each other when one of them changes', () => {
    const duplicates = new Duplicates();
    const deal = (path: string, title: string) => makeDeal({ path, title, account: 'Acme', owner: 'dana' });
    assert.deepEqual([...duplicates.set('a', deal('a', 'x'))], []);
    assert.deepEqual([...duplicates.set('b', deal('b', 'x'))], ['a']);
    assert.deepEqual([...duplicates.set('b', deal('b', 'x'))], []);
    assert.deepEqual([...duplicates.set('b', deal('b', 'y'))], ['a']);
    assert.deepEqual([...duplicates.set('c', deal('c', 'y'))], ['b']);
    assert.deepEqual([...duplicates.set('c', undefined)], ['b']);
    assert.deepEqual(likeIn(duplicates, 'b'), []);
  });

  it('are told of each other where one is only spelled otherwise: that is what the other names', () => {
    const duplicates = new Duplicates();
    const deal = (path: string, title: string) => makeDeal({ path, title, account: 'Acme', owner: 'dana' });
    duplicates.set('a', deal('a', 'Scanners'));
    duplicates.set('b', deal('b', 'Scanners'));
    assert.deepEqual([...duplicates.set('b', deal('b', 'SCANNERS'))], ['a']);
  });

  for (const [what, changed] of [
    ['account', { account: 'Globex' }],
    ['owner', { owner: 'marek' }],
    ['status', { status: 'lost' }],
  ] as const) {
    it(`are told of each other where one changes its ${what}`, () => {
      const duplicates = new Duplicates();
      const deal = (path: string, more = {}) =>
        makeDeal({ path, title: 'x', account: 'Acme', owner: 'dana', ...more });
      duplicates.set('a', deal('a'));
      duplicates.set('b', deal('b'));
      assert.deepEqual([...duplicates.set('b', deal('b', changed))], ['a']);
      assert.deepEqual(likeIn(duplicates, 'a'), []);
      assert.deepEqual([...duplicates.set('b', deal('b'))], ['a']);
      assert.deepEqual(likeIn(duplicates, 'a'), ['b']);
    });
  }

  it('are the same, however it came to be, and each is told of what changes for it', () => {
    const step = fc.record({
      path: fc.constantFrom('a', 'b', 'c', 'd'),
      title: fc.constantFrom('x', 'y'),
      account: fc.constantFrom('k', 'l', undefined),
      owner: fc.constantFrom('dana', 'marek', undefined),
      created: fc.constantFrom(date('2026-01-01'), date('2026-01-31'), date('2026-03-01'), undefined),
      isGone: fc.boolean(),
    });
    forAll(fc.array(step, { maxLength: 20 }), steps => {
      const [grown, anew] = [new Duplicates(), new Duplicates()];
      const last = new Map(steps.map(one => [one.path, one]));
      const of = ({ isGone, ...given }: (typeof steps)[number]) => (isGone ? undefined : makeDeal(given));
      for (const one of steps) {
        const paths = ['a', 'b', 'c', 'd'].filter(path => path !== one.path);
        const before = paths.map(path => String(likeIn(grown, path)));
        const told = grown.set(one.path, of(one));
        for (const [at, path] of paths.entries())
          if (String(likeIn(grown, path)) !== before[at]) assert.ok(told.has(path), path);
      }
      for (const one of last.values()) anew.set(one.path, of(one));
      for (const path of last.keys()) assert.deepEqual(likeIn(grown, path), likeIn(anew, path));
    });
  });
});

describe('a file that is a copy of another', () => {
  const original = 'Acme scanners.md';
  for (const name of [
    ...[
      'Acme scanners (conflicted copy 2026-01-05)',
      'Acme scanners (Dana’s MacBook’s conflicted copy 2026-01-05)',
    ],
    ...[
      "Acme scanners (Dana Lee's conflicted copy 2026-01-05 (1))".slice(0, -5) + ')',
      'Acme scanners (Case Conflict)',
    ],
    ...[
      'Acme scanners.sync-conflict-20260105-120000-ABCDEFG',
      'Acme scanners-DESKTOP-4F2K9',
      'Acme scanners-Danas-MacBook',
    ],
    ...[
      'Acme scanners (1)',
      'Acme scanners(2)',
      'Acme scanners copy',
      'Acme scanners copy 3',
      'Acme scanners - Copy',
    ],
    ...[
      'Acme scanners - Copy (2)',
      'Copy of Acme scanners',
      'Acme scanners (another copy)',
      'Acme scanners (3rd copy)',
    ],
    ...[
      'Acme scanners (conflicted copy 2026-11-29 120000)',
      'Acme scanners_conflict-20261129-120000',
      'Acme scanners (SFConflict dana@x.com 2026-11-29-12-00-00)',
      'Acme scanners-LAPTOP-AB12',
      'Acme scanners_DiskStation_Nov-29-120000-2026_Conflict',
      'Acme scanners (In Konflikt stehende Kopie von Dana 2026-11-29)',
      'Acme scanners (Danas Konfliktkopie 2026-11-29)',
      'Acme scanners (Copie en conflit de Dana 2026-11-29)',
      'Acme scanners (Copia en conflicto de Dana 2026-11-29)',
      'Acme scanners (Copia in conflitto di Dana 2026-11-29)',
      'Acme scanners (conflict 2026-11-29-12-00-00)',
    ],
    ...[
      'Kopia av Acme scanners',
      'Copie de Acme scanners',
      'Copia di Acme scanners',
      'Acme scanners - Kopie (3)',
      'Acme scanners - copie',
      'Acme scanners - copia',
      'Acme scanners — копия',
      'Acme scanners - コピー',
      'Acme scanners Kopie',
      'Acme scanners copie 2',
    ],
    ...[
      'Acme scanners – Kopie',
      'Kopie von Acme scanners',
      'Acme scanners_REMOTE_4711',
      'acme SCANNERS copy',
    ],
    ...[
      'Acme scanners (Dana の競合コピー 2026-11-29)',
      'Acme scanners (Dana의 충돌된 사본 2026-11-29)',
      'Acme scanners (Dana 的冲突副本 2026-11-29)',
      'Acme scanners (Dana 的衝突複本 2026-11-29)',
      'Acme scanners (Dana çakışan kopyası 2026-11-29)',
      'Acme scanners (конфликтующая копия пользователя Dana 2026-11-29)',
      'Acme scanners (Cópia em conflito de Dana 2026-11-29)',
      'Acme scanners (Konflikt)',
      'Acme scanners (Conflicto 2)',
      'Acme scanners（競合）',
      'Acme scanners - Konflikt',
      'Acme scanners conflicting copy 2026-11-29',
      'Acme scanners - conflicted copy',
      'Acme scanners_conf(1)',
    ],
    ...[
      'Acme scannersのコピー',
      'Acme scanners のコピー 2',
      'Acme scanners - 복사본 (2)',
      'Acme scanners의 사본',
      'Acme scanners - 副本',
      'Acme scanners的副本',
      'Acme scanners 拷貝',
      'Acme scanners - Kopya',
      'Acme scanners kopyası',
      'コピー ～ Acme scanners',
      '복사본 Acme scanners',
      'Acme scanners - Kopie - Kopie',
      'Acme scanners - Copy (2) - Copy',
      'Acme scanners (1) (conflicted copy 2026-01-05)',
      'Copy (2) of Acme scanners',
      'Acme scanners（1）',
      'Acme scanners_copy',
      'Acme scanners-copy2',
    ],
    ...[
      'Acme scanners_old',
      'Acme scanners (old)',
      'Acme scanners - backup',
      'Acme scanners.bak',
      'Acme scanners.old',
      'Acme scanners~',
      'Acme scanners-dana-macbook',
      'Acme scanners-DANA-PC',
      'Acme scanners-Dana’s MacBook Pro',
      'Acme scanners-danas-thinkpad-2',
    ],
  ]) {
    it(`is known by its name: ${name}`, () => {
      const duplicates = new Duplicates();
      const path = `emea/${name}.md`;
      const deal = (path: string, owner: string) => makeDeal({ path, title: 'x', owner });
      duplicates.set(path, deal(path, 'dana'));
      assert.equal(duplicates.copied(path).byName, undefined, 'alone');
      assert.deepEqual([...duplicates.set(`emea/${original}`, deal(`emea/${original}`, 'marek'))], [path]);
      assert.equal(duplicates.copied(path).byName?.path, `emea/${original}`);
      assert.equal(duplicates.copied(`emea/${original}`).byName, undefined);
    });
  }

  it('is a copy of a copy also of what the first was made of, where that is gone', () => {
    const duplicates = new Duplicates();
    const add = (path: string) => duplicates.set(path, makeDeal({ path, title: 'x', owner: path }));
    for (const path of ['A.md', 'A - Kopie.md', 'A - Kopie - Kopie.md']) add(path);
    const copied = () => duplicates.copied('A - Kopie - Kopie.md').byName?.path;
    assert.equal(copied(), 'A - Kopie.md');
    assert.ok(duplicates.set('A - Kopie.md', undefined).has('A - Kopie - Kopie.md'));
    assert.equal(copied(), 'A.md');
  });

  it('is told however many there are of one file', () => {
    const duplicates = new Duplicates();
    const copies = Array.from({ length: 9 }, (_, day) => `Acme (conflicted copy 2026-01-0${day + 1}).md`);
    for (const path of [...copies, 'Acme.md'])
      duplicates.set(path, makeDeal({ path, value: { amount: path.length, currency: 'EUR' } }));
    for (const path of copies) assert.equal(duplicates.copied(path).byName?.path, 'Acme.md', path);
    duplicates.set('Acme.md', undefined);
    for (const path of copies) assert.equal(duplicates.copied(path).byName, undefined, path);
  });

  const ORIGINAL = {
    ...{ title: 'Scanners', account: 'Acme', owner: 'dana', created: date('2026-01-05') },
    ...{ value: eur(500), closeDate: date('2026-03-01') },
  };
  const isCopy = (name: string, given: Partial<Deal>, original: Partial<Deal> = ORIGINAL) => {
    const duplicates = new Duplicates();
    const path = `${name}.md`;
    duplicates.set('Acme.md', makeDeal({ title: 'Acme', ...original, path: 'Acme.md' }));
    duplicates.set(path, makeDeal({ title: name, ...given, path }));
    return duplicates.copied(path).byName !== undefined;
  };

  for (const [what, own] of [
    ['a title', { title: 'Depot' }],
    ['an account', { account: 'Acme France' }],
    ['a beginning', { created: date('2026-02-01') }],
  ] as const) {
    it(`is none where it has ${what} of its own, unless a program says that it couldn’t decide`, () => {
      const given = { ...ORIGINAL, ...own };
      for (const name of ['Acme (2)', 'Acme 2', 'Acme copy', 'Acme - Kopie', 'Copy of Acme'])
        assert.ok(!isCopy(name, given), name);
      for (const name of ['Acme (conflicted copy 2026-11-29)', 'Acme_conflict-20261129-120000'])
        assert.ok(isCopy(name, given), name);
      const later = { ...ORIGINAL, stage: 'closing', value: eur(700), nextStep: 'Call' } as const;
      for (const name of ['Acme (2)', 'Acme copy']) assert.ok(isCopy(name, later), name);
    });
  }

  for (const name of ['Acme_old', 'Acme-dana-macbook', 'Acme-pc', 'Acme (backup)']) {
    it(`is none by a word alone, that may be of another deal: ${name}`, () => {
      assert.ok(isCopy(name, ORIGINAL));
      assert.ok(isCopy(name, { ...ORIGINAL, created: undefined, value: eur(700), stage: 'closing' }));
      assert.ok(
        isCopy(name, { created: date('2026-01-05') }, { created: date('2026-01-05'), value: eur(5) }),
      );
      assert.ok(!isCopy(name, { ...ORIGINAL, title: 'Depot' }));
      assert.ok(!isCopy(name, { ...ORIGINAL, created: date('2026-06-01') }));
      assert.ok(!isCopy(name, { value: eur(7), owner: 'dana' }, { value: eur(5), owner: 'dana' }));
    });
  }

  it('is one by a number alone only where both say much the same', () => {
    assert.ok(isCopy('Acme 2', ORIGINAL));
    assert.ok(isCopy('Acme 2', { ...ORIGINAL, title: 'SCANNERS', stage: 'closing', value: eur(700) }));
    assert.ok(!isCopy('Acme 2', { ...ORIGINAL, value: eur(700), closeDate: date('2026-06-01') }));
    assert.ok(!isCopy('Acme 2', {}));
    assert.ok(!isCopy('Acme 2', { owner: 'dana' }, { owner: 'dana' }));
    assert.ok(
      !isCopy(
        'Acme 2',
        { account: 'Acme', owner: 'dana', value: eur(5) },
        { account: 'Acme', owner: 'dana' },
      ),
    );
    // What one of them leaves open is no likeness, and counts against it whichever of them that is.
    const few = { account: 'Acme', owner: 'dana', value: eur(5) };
    const more = { ...few, closeDate: date('2026-03-01'), nextStep: 'Call' };
    assert.ok(isCopy('Acme 2', few, few));
    assert.ok(isCopy('Acme 2', { ...few, nextStep: 'Call' }, few));
    assert.ok(!isCopy('Acme 2', more, few) && !isCopy('Acme 2', few, more));
    // Two deals of a person who numbers them.
    assert.ok(!isCopy('Acme 2', { ...ORIGINAL, title: 'Acme 2026' }));
    assert.ok(!isCopy('Acme 2026', ORIGINAL) && !isCopy('Acme Q3', ORIGINAL));
  });

  it('is no longer one once it says something else, and the other way round', () => {
    const duplicates = new Duplicates();
    const [original, copy] = ['Acme.md', 'Acme (2).md'];
    const bare = (path: string, created: string) =>
      makeDeal({ path, title: path.slice(0, -3), created: date(created) });
    duplicates.set(copy, bare(copy, '2026-01-05'));
    duplicates.set(original, bare(original, '2026-01-05'));
    assert.equal(duplicates.copied(copy).byName?.path, original);
    assert.deepEqual([...duplicates.set(original, bare(original, '2026-02-05'))], [copy]);
    assert.equal(duplicates.copied(copy).byName, undefined);
    assert.deepEqual([...duplicates.set(original, bare(original, '2026-01-05'))], [copy]);
    assert.equal(duplicates.copied(copy).byName?.path, original);
  });

  it('that is none may still be the same deal twice', () => {
    const duplicates = new Duplicates();
    const deal = (path: string, created: string) =>
      makeDeal({ path, title: 'Scanners', account: 'Acme', owner: 'dana', created: date(created) });
    duplicates.set('Acme.md', deal('Acme.md', '2026-01-05'));
    duplicates.set('Acme (2).md', deal('Acme (2).md', '2026-01-20'));
    assert.deepEqual(likeIn(duplicates, 'Acme (2).md'), ['Acme.md']);
    assert.deepEqual(likeIn(duplicates, 'Acme.md'), ['Acme (2).md']);
  });

  it('is none by a name that is only longer, or in another folder', () => {
    const duplicates = new Duplicates();
    const others = [
      'Acme scanners 2',
      'Acme scanners-2',
      'Acme scanners, copy machines',
      'Acme scanners (conflict resolution workshop)',
      'Acme scanners Kopierer',
      'Old Acme scanners',
      'Acme scanners, old town',
      'Acme scanners (conflict resolution)',
      'Acme scanners-2',
      'Acme scanners コピー機',
      'Acme scanners-pc-rollout',
      'Acme scanners_conflict',
      'Acme scanners (Berlin)',
      'Hardcopy',
    ];
    const paths = [original, 'Hard.md', 'b/Acme scanners (1).md', ...others.map(name => `${name}.md`)];
    for (const [at, path] of paths.entries()) duplicates.set(path, makeDeal({ path, title: `${at}` }));
    for (const path of paths) assert.equal(duplicates.copied(path).byName, undefined, path);
  });

  it('is none where it holds no deal', () => {
    const duplicates = new Duplicates();
    duplicates.set('Acme.md', makeDeal({ path: 'Acme.md' }));
    assert.deepEqual(duplicates.copied('Acme copy.md'), { byName: undefined, same: [] });
    assert.deepEqual(likeIn(duplicates, 'Acme copy.md'), []);
  });

  it('may be one that says the same, if it says what it is about', () => {
    const duplicates = new Duplicates();
    const add = (path: string, given: Parameters<typeof makeDeal>[0]) =>
      duplicates.set(path, makeDeal({ path, ...given }));
    add('b.md', { title: 'b', account: 'Acme' });
    add('a.md', { title: 'a', account: 'Acme' });
    add('c.md', { title: 'c' });
    add('d.md', { title: 'd' });
    const same = (path: string) => duplicates.copied(path).same.map(deal => deal.path);
    assert.deepEqual(['a.md', 'b.md', 'c.md', 'd.md'].map(same), [[], ['a.md'], [], []]);
  });
});

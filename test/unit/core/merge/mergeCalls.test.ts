import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCalls } from '../../../../src/core/calls/readCalls';
import { mergeCalls } from '../../../../src/core/merge/mergeCalls';
import { assertEnough, forAll } from '../../support/property';

const FORM = { size: 7, labels: { base: 'base', ours: 'ours', theirs: 'theirs' }, withBase: false };
const merge = (base: string, ours: string, theirs: string) => mergeCalls({ base, ours, theirs }, FORM);

/** By owner: quarter and day, as `4-05`, with an amount. */
type Said = Readonly<Record<string, Readonly<Record<string, number>>>>;

function write(said: Said, end = '\n'): string {
  const owners = Object.entries(said).map(([owner, calls]) =>
    [
      `${owner}:`,
      ...Object.entries(calls).map(([key, amount]) => {
        const [quarter, day] = key.split('-');
        return `  - {on: 2026-10-${day}, period: 2026-Q${quarter}, amount: ${amount}}`;
      }),
      '',
    ].join(end),
  );
  return owners.join(end);
}

const BASE: Said = { dana: { '4-05': 120 }, sam: { '4-05': 80 } };
const base = write(BASE);

describe('merging two versions of a forecast.yaml', () => {
  it('unites the calls of both by owner, quarter and day', () => {
    const ours = write({ dana: { '4-05': 120, '4-20': 115 }, sam: { '4-05': 80 }, lee: { '4-21': 5 } });
    const theirs = write({
      dana: { '4-05': 120, '4-12': 130 },
      sam: { '4-05': 80, '4-12': 1 },
      ann: { '4-21': 6 },
    });
    const meant = write({
      dana: { '4-05': 120, '4-12': 130, '4-20': 115 },
      sam: { '4-05': 80, '4-12': 1 },
      ann: { '4-21': 6 },
      lee: { '4-21': 5 },
    });
    assert.deepEqual(merge(base, ours, theirs), { text: meant, conflicts: [] });
    assert.equal(merge(base, theirs, ours).text, meant);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    assert.equal(merge(crlf(base), crlf(ours), crlf(theirs)).text, crlf(meant));
  });

  it('unites calls also whose day is the last word of the file', () => {
    const call = (quarter: number) => `  - period: 2026-Q${quarter}\n    amount: 5\n    on: 2026-10-05`;
    const of = (...quarters: number[]) => ['dana:', ...quarters.map(call)].join('\n');
    const { text, conflicts } = merge(of(3), of(2, 3), of(3, 4));
    assert.deepEqual([conflicts, text.trimEnd()], [[], of(3, 2, 4)]);
  });

  it('has in conflict only the call that both have otherwise', () => {
    const ours = write({ dana: { '4-05': 120, '4-20': 115 }, sam: { '4-05': 81 } });
    const theirs = write({ dana: { '4-05': 120, '4-12': 130, '4-20': 110 }, sam: { '4-05': 80 } });
    const { text, conflicts } = merge(base, ours, theirs);
    assert.deepEqual(
      conflicts.map(({ keys, line }) => [keys, line]),
      [[['dana'], 4]],
    );
    assert.equal(
      text,
      `dana:
  - {on: 2026-10-05, period: 2026-Q4, amount: 120}
  - {on: 2026-10-12, period: 2026-Q4, amount: 130}
<<<<<<< ours: dana
  - {on: 2026-10-20, period: 2026-Q4, amount: 115}
=======
  - {on: 2026-10-20, period: 2026-Q4, amount: 110}
>>>>>>> theirs: dana

sam:
  - {on: 2026-10-05, period: 2026-Q4, amount: 81}
`,
    );
  });

  it('takes comments along, and calls of several lines', () => {
    const one = 'dana: # me\n  # hard\n  - on: 2026-10-05\n    amount: 5\n    period: 2026-Q4\n';
    const ours = `${one}  # soft\n  - {on: 2026-10-06, period: 2026-Q4, amount: 6} # new\n`;
    const theirs = one.replace('amount: 5', 'amount: 7');
    assert.equal(merge(one, ours, theirs).text, ours.replace('amount: 5', 'amount: 7'));
  });

  it('merges the lines as git does, where a version holds anything else', () => {
    for (const start of ['dana: []\n', 'x\n', '- 1\n', 'dana:\n  - {on: soon}\n', `${base}dana:\n`]) {
      const odd = `${start}# x\n# y\n`;
      const ours = `# a\n${odd}`;
      const { text, conflicts } = merge(odd, ours, `${odd}# b\n`);
      assert.deepEqual(conflicts, []);
      assert.equal(text, `# a\n${odd}# b\n`);
    }
    const far = merge(base, `# one\n${base}`, `# two\n${base}`);
    assert.equal(far.conflicts.length, 1);
    assert.ok(far.text.includes('# one') && far.text.includes('# two'));
  });

  it('keeps both calls where a version has two of one owner, quarter and day', () => {
    const second = '  - {on: 2026-10-05, period: 2026-Q4, amount: 125}\n';
    const start = write({ dana: { '4-05': 120 } });
    const theirs = `${write({ lee: { '4-05': 1 } })}${start}`;
    for (const { text, conflicts } of [
      merge(start, `${start}${second}`, theirs),
      merge(start, theirs, `${start}${second}`),
    ]) {
      assert.deepEqual(conflicts, []);
      assert.equal(text, `${theirs}${second}`);
    }
  });

  const said = fc.dictionary(
    fc.constantFrom('dana', 'sam', 'lee', 'ann', 'team', "'R: Lee'"),
    fc.dictionary(fc.constantFrom('4-05', '4-06', '3-05', '1-20'), fc.nat(3), { minKeys: 1 }),
  );
  const sides = fc.record({ before: said, ours: said, theirs: said, end: fc.constantFrom('\n', '\r\n') });

  it('loses no call that either side has changed or added, brings none back, and adds none', () => {
    let open = 0;
    forAll(
      sides,
      ({ before, ours, theirs, end }) => {
        const texts = [before, ours, theirs].map(one => write(one, end)) as [string, string, string];
        const { text, conflicts } = merge(...texts);
        if (conflicts.length) open++;
        const lines = new Set(text.split(end));
        const [was, mine, others] = texts.map(one => new Set(one.split(end))) as [
          Set<string>,
          Set<string>,
          Set<string>,
        ];
        for (const line of [...mine, ...others]) if (!was.has(line)) assert.ok(lines.has(line), line);
        for (const line of lines)
          if (!/^(?:<{7}|={7}|>{7})/.test(line))
            assert.ok(line === '' || mine.has(line) || others.has(line), line);
        if (conflicts.length) return;
        const { calls, problems } = readCalls(text, 'EUR');
        // Some of them were made when their quarter was over.
        assert.deepEqual(
          problems.filter(({ code }) => code !== 'doubtful-date'),
          [],
          text,
        );
        const once = new Set(calls.map(({ owner, period, on }) => `${owner} ${period} ${on}`));
        assert.equal(once.size, calls.length);
        assert.equal(merge(texts[0], texts[2], texts[1]).text, text);
      },
      500,
    );
    assertEnough(open, 50);
  });

  it('gives the bytes of the side that has changed anything, where the other has not', () => {
    forAll(fc.tuple(fc.string(), fc.string()), ([a, b]) => {
      assert.deepEqual(merge(a, a, b), { text: b, conflicts: [] });
      assert.deepEqual(merge(a, b, a), { text: b, conflicts: [] });
      assert.deepEqual(merge(a, b, b), { text: b, conflicts: [] });
    });
  });
});

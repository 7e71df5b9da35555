import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { cutFrontMatter } from '../../../../src/core/deal/frontMatter';
import { parseExact, parseFrontMatter, type Data } from '../../../../src/core/deal/parse';
import { builtModule } from '../../support/builtModule';
import { cpuTime } from '../../support/cpuTime';
import { assertProblem, file } from '../../support/deals';
import { styledFile } from '../../support/frontMatters';
import { forAll } from '../../support/property';

function dataOf(text: string): Data {
  const parsed = parseFrontMatter(text);
  assert.ok(parsed.kind === 'found', JSON.stringify(parsed));
  return parsed.data;
}

function refusal(text: string) {
  const parsed = parseFrontMatter(text);
  assert.ok(parsed.kind === 'refused', JSON.stringify(parsed));
  return parsed.problem;
}

/** What the exact parser makes of a text; `undefined` where it refuses it. */
function exactData(text: string): unknown {
  const cut = cutFrontMatter(text);
  if (cut.kind !== 'found') return undefined;
  const exact = parseExact(text, cut.frontMatter);
  try {
    return 'problem' in exact ? undefined : exact.document.toJS();
  } catch {
    return undefined;
  }
}

describe('the data of a front matter', () => {
  for (const [text, value] of [
    ['2026-01-05', '2026-01-05'],
    ['2026-02-30', '2026-02-30'],
    ['012', 12],
    ['1_000', '1_000'],
    ['12:30', '12:30'],
    ['no', 'no'],
    ['on', 'on'],
    ['true', true],
    ['~', null],
    ['0x1F', 31],
    ['0o17', 15],
    ['.inf', Infinity],
    ['"48000"', '48000'],
    ['1e400', Infinity],
  ] as const) {
    it(`reads ${text} as ${typeof value} ${value}`, () =>
      assert.equal(dataOf(file(`a: ${text}`))['a'], value));
  }

  it('is what the exact parser takes `!!float 3` for, of which the fast one thinks differently', () => {
    for (const head of ['a: !!float 3', 'a: !!int "7"', 'a: !!null ~', 'a: !!bool yes', 'a: !!str 3']) {
      const text = file(head);
      const cut = cutFrontMatter(text);
      assert.ok(cut.kind === 'found');
      const exact = parseExact(text, cut.frontMatter);
      assert.ok('document' in exact);
      assert.deepEqual(dataOf(text), exact.document.toJS(), head);
    }
  });

  it('is empty where nothing or only comments stand there', () => {
    for (const head of ['', '\n\n', '# stage: proposal\n', '  # a\n\n#\n', '~\n', 'null\n']) {
      assert.deepEqual(dataOf(file(head)), {}, JSON.stringify(head));
    }
  });

  it('ends where the line ends, also with CRLF', () => {
    const text = '\uFEFF---\r\ntitle: Acme\r\nstage: proposal\r\n---\r\n';
    assert.deepEqual(dataOf(text), { title: 'Acme', stage: 'proposal' });
    assert.deepEqual(dataOf(text.replaceAll('---', '---  ').replace(/---[ ]+\r\n$/, '...\r\n')), {
      title: 'Acme',
      stage: 'proposal',
    });
  });

  it('keeps the last line end that gray-matter cuts off, where it counts', () => {
    assert.deepEqual(dataOf(file('note: |+\n  a\n\n')), { note: 'a\n\n' });
  });

  it('has keys named like what every object inherits', () => {
    const data = dataOf(file('__proto__: {x: 1}\nconstructor: a\ntoString: b\nhasOwnProperty: c\n'));
    assert.deepEqual(Object.keys(data).sort(), ['__proto__', 'constructor', 'hasOwnProperty', 'toString']);
    assert.equal(Object.getPrototypeOf(data), Object.prototype);
    assert.equal(({} as Data)['x'], undefined);
  });

  it('knows aliases and merged keys', () => {
    const data = dataOf(file('base: &b {stage: proposal, owner: dana}\n<<: *b\nowner: kim\n'));
    assert.deepEqual(data, { base: { stage: 'proposal', owner: 'dana' }, stage: 'proposal', owner: 'kim' });
  });

  it('is the same for both parsers in all the styles of real files', () => {
    forAll(styledFile, ({ text }) => assert.deepEqual(dataOf(text), exactData(text)), 300);
  });

  it('is the same for both parsers whatever stands behind a colon', () => {
    const scalar = fc.oneof(
      fc.stringMatching(/^[-+.0-9eEox_:]{1,8}$/),
      fc.stringMatching(/^[-+]?(0[xob])?[0-9a-f]{1,5}(\.[0-9]{0,2})?(e[-+]?[0-9])?$/),
      fc.constantFrom(
        '+.inf',
        '-.INF',
        '.nan',
        '.NaN',
        'NULL',
        'Null',
        'True',
        'FALSE',
        'yes',
        '-0',
        '-.5',
        '1.',
      ),
      // A tag without a name means to one parser a text, to the other nothing.
      fc.string({ maxLength: 8 }).filter(text => !text.includes('!')),
    );
    forAll(
      scalar,
      value => {
        const text = file(`a: ${value}`);
        const parsed = parseFrontMatter(text);
        const exact = exactData(text);
        if (parsed.kind === 'found' && exact !== undefined) assert.deepEqual(parsed.data, exact);
        else assert.equal(parsed.kind === 'found', exact !== undefined);
      },
      500,
    );
  });
});

describe('a front matter is refused', () => {
  it('that does not parse, at the line and with a way out', () => {
    assertProblem(
      refusal(file('stage: proposal\ntitle: Acme: scanners')),
      'invalid-yaml',
      3,
      /A text with “: ” in it needs quotes/,
    );
    assertProblem(refusal(file('stage: proposal\na:\n\t- b')), 'invalid-yaml', 4, /Indent with spaces/);
    assertProblem(refusal(file('stage: proposal\nowner: @dana')), 'invalid-yaml', 3, /Put quotes around/);
    assertProblem(refusal(file('stage: proposal\ntags: [a, b')), 'invalid-yaml', 4, /not valid YAML/);
    assertProblem(refusal(file('stage: *nowhere')), 'invalid-yaml', 2, /nowhere/);
  });

  for (const [what, head, line, key] of [
    ['at the top', 'stage: proposal\nowner: a\nstage: closing', 4, 'stage'],
    ['once in quotes', 'stage: proposal\n"stage": closing', 3, 'stage'],
    ['in a group', 'stage: proposal\na:\n  b: 1\n  c: 2\n  b: 3', 6, 'b'],
    ['in a list', 'stage: proposal\na:\n  - b: 1\n    b: 2', 5, 'b'],
    ['in braces', 'stage: proposal\na: {b: 1, b: 2}', 3, 'b'],
    ['as number and text', 'stage: proposal\n1: a\n"1": b', 4, '1'],
    ['by an inherited name', 'stage: proposal\nconstructor: a\nconstructor: b', 4, 'constructor'],
  ] as const) {
    it(`in which a key stands twice, ${what}`, () => {
      assertProblem(
        refusal(file(head)),
        'duplicate-key',
        line,
        new RegExp(`“${key}” stands twice: keep one of the two lines`),
      );
    });
  }

  it('that is no map', () => {
    for (const [head, what] of [
      ['- stage: proposal', 'a list'],
      ['just words', 'a plain text'],
      ['"stage"', 'a plain text'],
      ['42', 'a plain text'],
    ] as const) {
      assertProblem(
        refusal(file(head)),
        'not-a-map',
        2,
        new RegExp(`is ${what}: write it as “key: value” lines`),
      );
    }
  });

  it('that is nested deeper than anything makes sense', () => {
    assertProblem(
      refusal(file(`a: ${'['.repeat(200)}${']'.repeat(200)}`)),
      'too-deep',
      2,
      /deeper than 100 levels/,
    );
  });

  it('without ending the process, at 5,000 levels of each kind', () => {
    const script = `
      const { parseFrontMatter } = require(process.argv[1]);
      const texts = [
        'a: ' + '['.repeat(5000),
        'a: ' + '['.repeat(5000) + ']'.repeat(5000),
        'a: ' + '{b: '.repeat(5000),
        '- '.repeat(5000) + 'a',
        Array.from({ length: 2000 }, (_, depth) => ' '.repeat(depth) + 'a:').join('\\n'),
      ];
      for (const text of texts) console.log(parseFrontMatter('---\\n' + text + '\\n---\\n').problem.code);`;
    const output = execFileSync(process.execPath, ['-e', script, builtModule('src/core/deal/parse.ts')], {
      encoding: 'utf8',
    });
    assert.deepEqual(output.trim().split('\n'), Array<string>(5).fill('too-deep'));
  });
});

describe('reading a front matter takes bounded time', () => {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');
  const aliases = (count: number) =>
    lines(count, k => `a${k}: &a${k} [${k ? `*a${k - 1}, *a${k - 1}` : 'x'}]`);

  for (const [what, head] of [
    ['blank lines, which gray-matter searches again and again', `${'\n'.repeat(100_000)}stage: proposal`],
    ['keys', lines(20_000, k => `k${k}: ${k}`)],
    ['keys, one of them twice', `${lines(10_000, k => `k${k}: ${k}`)}\nk0: 0`],
    ['aliases of aliases', aliases(60)],
    [
      'merged aliases of aliases',
      lines(40, k => `a${k}: &a${k} {<<: [${k ? `*a${k - 1}, *a${k - 1}` : '{x: 1}'}]}`),
    ],
    ['one long line', `title: ${'x '.repeat(200_000)}`],
    ['comments', lines(10_000, k => `# ${k}`)],
  ] as const) {
    it(`with many ${what}`, () => {
      const time = cpuTime(() => parseFrontMatter(file(head)));
      assert.ok(time < 5000, `${time} ms`);
    });
  }
});

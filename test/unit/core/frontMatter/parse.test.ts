import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { cutFrontMatter } from '../../../../src/core/frontMatter/cut';
import { linesOfKeys, parseExact, parseFrontMatter, type Data } from '../../../../src/core/frontMatter/parse';
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

/** Both parsers read the same data, or refuse the text. */
function assertOneAnswer(text: string): void {
  const parsed = parseFrontMatter(text);
  const exact = exactData(text);
  const data = exact === null ? {} : exact;
  const isMap = typeof data === 'object' && !Array.isArray(data);
  assert.deepEqual(parsed.kind === 'found' ? parsed.data : undefined, isMap ? data : undefined);
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
      fc.string({ maxLength: 8 }),
    );
    forAll(scalar, value => assertOneAnswer(file(`a: ${value}`)), 500);
  });
});

describe('both parsers give one answer, or the exact one decides,', () => {
  for (const [what, head] of [
    ['where a template is a value', 'found: {{ count }}'],
    ['where a template is a key', '{{ title }}: a'],
    ['where a list is a key', '[a, b]: c'],
    ['where a list is a key in braces', 'a: {b: 1, [c]}'],
    ['where a list is an explicit key', '? - a\n: b'],
    ['where null is a key', '~: a'],
    ['where nothing is a key', 'a: 1\n: b'],
    ['where nothing is the key of a pair in a list', 'a: [b, : c]'],
    ['where a group is the key of a pair in a list', 'a: [{b: c}: d]'],
    ['where a merge stands in braces', 'a: {<<: {b: 1}, c: 2}'],
    ['at a tag without a name and a value', 'a: ! # b'],
    ['at a tag before nothing', 'a:\n  ? !!str\n  : b'],
    ['at an anchor of nothing before a tag', 'a: &b\n!!str   c: *b'],
    ['at an alias that has an anchor', 'a: &b\n  *b'],
    ['at a block of nothing but blanks', 'a: |2-\n    \nb: c'],
    ['where a blank line follows an escaped line end', 'a: "b\\\n\n  c"'],
    ['where a quoted text does not stand in', "a: 'b\nc'"],
    ['where a list over two lines does not stand in', 'a: [b\n,c]'],
    ['where a list in a list does not stand in', '- - [a,\n  b]'],
    ['where a group over two lines does not stand in', 'a: {b: 1,\nc: 2}'],
    ['where text stands behind a group over two lines', 'a: {b: 1,\n}  c: 2}'],
    ['where a group stands behind two colons', '? a\n: b: {\n  c: 0\n}'],
    ['where a comment stands right behind a bracket', 'a: [b]# c'],
    ['where a comment stands right behind a brace', 'a: {# b\n  c: 1}'],
    ['where a comment stands right behind a quote', "a: 'b'# c"],
    ['where a tab is the last line of a block', 'a: >\n  b\n\t\nc: d'],
    ['where a byte order mark stands before the first key', '\n\uFEFFa: b'],
    ['where a carriage return stands alone', 'a: b\rc: d'],
  ] as const) {
    it(what, () => {
      assertOneAnswer(file(head));
      assertOneAnswer(file(head).replaceAll('\n', '\r\n'));
    });
  }

  it('whatever lines and marks stand together', () => {
    const line = fc.constantFrom(
      'a: b',
      'c:',
      'd:   e # f',
      '- g',
      '  - h',
      '- i: 1',
      '  j: {k: l, m: [n]}',
      'o: [p, {q: r}, s: t]',
      'u: [v,',
      '  w]',
      'x: {',
      '}',
      'y: "z',
      "  a'",
      'b: |',
      'c: >-',
      '  d',
      '    e',
      '',
      '# f',
      '? g',
      ': h',
      'i: {{ j }}',
      '<<: {k: l}',
      'm: &n',
      'o: *n',
      'p: !!str 1',
      'q:\tr',
    );
    const mark = fc.constantFrom(...' \t\n\r\uFEFF:-#"\'[]{},&*!|>?%@`~\\0', ': ', ' #', 'null');
    const head = fc
      .tuple(fc.array(line, { maxLength: 6 }), fc.array(fc.tuple(fc.nat(), mark), { maxLength: 2 }))
      .map(([lines, marks]) =>
        marks.reduce((text, [place, one]) => {
          const at = place % (text.length + 1);
          return text.slice(0, at) + one + text.slice(at);
        }, lines.join('\n')),
      );
    forAll(head, text => assertOneAnswer(file(text)), 1000);
  });
});

describe('a front matter is refused', () => {
  it('that does not parse, at the line and with a way out', () => {
    assertProblem(
      refusal(file('stage: proposal\ntitle: Acme: scanners')),
      'unquoted-colon',
      3,
      /“Acme: scanners” .*Put quotes around it/,
    );
    assertProblem(refusal(file('stage: proposal\na:\n\t- b')), 'tab-indentation', 4, /Indent with spaces/);
    assertProblem(refusal(file('stage: proposal\nowner: @dana')), 'invalid-yaml', 3, /Put quotes around/);
    assertProblem(refusal(file('stage: proposal\ntags: [a, b')), 'invalid-yaml', 4, /isn’t valid YAML/);
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
        new RegExp(`“${key}” appears twice\\. Keep one of the two`),
      );
    });
  }

  it('that is no map', () => {
    for (const [head, what] of [
      ['- stage: proposal', 'a list'],
      ['stage proposal', 'plain text'],
      ['"stage"', 'plain text'],
      ['42\nstage', 'plain text'],
    ] as const) {
      assertProblem(
        refusal(file(head)),
        'not-a-map',
        2,
        new RegExp(`is ${what}\\. Write it as “key: value” lines`),
      );
    }
  });

  it('that is nested deeper than anything makes sense', () => {
    assertProblem(
      refusal(file(`a: ${'['.repeat(200)}${']'.repeat(200)}`)),
      'too-deep',
      2,
      /more than 100 levels deep/,
    );
  });

  it('without ending the process, at 5,000 levels of each kind', () => {
    const script = `
      const { parseFrontMatter } = require(process.argv[1]);
      const texts = [
        'a: ' + '['.repeat(5000),
        'a: ' + '['.repeat(5000) + ']'.repeat(5000),
        'a: ' + '{b: '.repeat(5000),
        '- '.repeat(5000) + 'stage: a',
        Array.from({ length: 2000 }, (_, depth) => ' '.repeat(depth) + 'a:').join('\\n'),
      ];
      for (const text of texts) console.log(parseFrontMatter('---\\n' + text + '\\n---\\n').problem.code);`;
    const output = execFileSync(
      process.execPath,
      ['-e', script, builtModule('src/core/frontMatter/parse.ts')],
      {
        encoding: 'utf8',
      },
    );
    assert.deepEqual(output.trim().split('\n'), Array<string>(5).fill('too-deep'));
  });
});

it('the lines of the keys are told, without those that have no name', () => {
  const text = file('a: |\n  x\n\n? [k]\n: b\n"c d": 1\n# e\n42: {f: g}');
  const cut = cutFrontMatter(text);
  assert.ok(cut.kind === 'found');
  assert.deepEqual(
    [...linesOfKeys(text, cut.frontMatter)],
    [
      ['a', 2],
      ['c d', 7],
      ['42', 9],
    ],
  );
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

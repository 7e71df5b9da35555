import assert from 'node:assert/strict';
import { cutFrontMatter } from '../../../../src/core/frontMatter/cut';
import { cpuTime } from '../../support/cpuTime';
import { assertProblem } from '../../support/deals';

/** The two parts that a text is cut into. */
function parts(text: string): { yaml: string; body: string } {
  const cut = cutFrontMatter(text);
  assert.ok(cut.kind === 'found', JSON.stringify(cut));
  const { start, end, bodyStart } = cut.frontMatter;
  return { yaml: text.slice(start, end), body: text.slice(bodyStart) };
}

function refusal(text: string) {
  const cut = cutFrontMatter(text);
  assert.ok(cut.kind === 'refused', `${JSON.stringify(text)}: ${JSON.stringify(cut)}`);
  return cut.problem;
}

describe('front matter is cut from the body', () => {
  for (const [name, text, yaml, body] of [
    ['between two lines of dashes', '---\na: 1\n---\nbody\n', 'a: 1\n', 'body\n'],
    ['with a byte order mark', '\uFEFF---\na: 1\n---\nbody', 'a: 1\n', 'body'],
    ['with CRLF', '---\r\na: 1\r\n---\r\nbody\r\n', 'a: 1\r\n', 'body\r\n'],
    ['with mixed line ends', '---\na: 1\r\nb: 2\n---\r\nbody', 'a: 1\r\nb: 2\n', 'body'],
    ['closed by dots', '---\na: 1\n...\nbody', 'a: 1\n', 'body'],
    ['with blanks behind the fences', '--- \t\na: 1\n---\t \nbody', 'a: 1\n', 'body'],
    ['named as YAML', '---yaml\na: 1\n---\nbody', 'a: 1\n', 'body'],
    ['named as yml', '--- yml \na: 1\n---\n', 'a: 1\n', ''],
    ['without a line end at the end', '---\na: 1\n---', 'a: 1\n', ''],
    ['empty', '---\n---\nbody', '', 'body'],
    ['of one blank line', '---\n\n---\n', '\n', ''],
    ['with a ruler in the body', '---\na: 1\n---\nb\n---\nc', 'a: 1\n', 'b\n---\nc'],
    [
      'with dashes further in',
      '---\na: |\n  ---\n  -----\nb: --- x\n---\n',
      'a: |\n  ---\n  -----\nb: --- x\n',
      '',
    ],
    ['with lines that begin like fences', '---\n--a: 1\n..b: 2\n---\n', '--a: 1\n..b: 2\n', ''],
    ['with lists', '---\na:\n- b\n- - c\n---\n', 'a:\n- b\n- - c\n', ''],
  ] as const) {
    it(name, () => assert.deepEqual(parts(text), { yaml, body }));
  }

  for (const [name, text] of [
    ['empty', ''],
    ['without a fence', '# Acme\n\nstage: proposal\n'],
    ['that begins with a ruler of four dashes', '----\nstage: proposal\n---\n'],
    ['that begins with one line of dashes and nothing else', '---'],
    ['whose fence comes late', '\n---\nstage: proposal\n---\n'],
    ['whose first line has a CR behind dashes', 'a ---\rb'],
    ['whose fence stands in', ' ---\nstage: proposal\n---\n'],
  ] as const) {
    it(`a text ${name} has none`, () => assert.equal(cutFrontMatter(text).kind, 'none'));
  }
});

describe('front matter is refused', () => {
  it('that is not closed', () => {
    assertProblem(refusal('---\nstage: proposal\n# body\n'), 'unclosed-front-matter', 1, /Add a line “---”/);
    assertProblem(refusal('---\ntitle: a\n'), 'unclosed-front-matter', 1, /Add a line “---”/);
  });

  for (const [text, line] of [
    ['---\ntitle: a\n# c\rstage: proposal\n---\n', 3],
    ['---\r\ntitle: "a\rb"\r\n---\r\n', 2],
    ['---\rstage: proposal\r---\r', 1],
    ['--- \t\rstage: proposal\r---\r', 1],
    ['\uFEFF---\rstage: proposal\r---\r', 1],
  ] as const) {
    it(`where a line of it ends with CR alone: ${JSON.stringify(text)}`, () => {
      assertProblem(
        refusal(text),
        'lone-carriage-return',
        line,
        /Save the file with LF or CRLF line endings/,
      );
    });
  }

  it('for no CR in the body', () => assert.equal(cutFrontMatter('---\na: 1\n---\na\rb').kind, 'found'));

  for (const line of ['----', '---# Examples', '---foo', '--- # x', '---- ', '---\u00a0']) {
    it(`closed by ${JSON.stringify(line)}`, () => {
      assertProblem(
        refusal(`---\nstage: proposal\n${line}\nbody\n`),
        'unclosed-front-matter',
        3,
        /only “---”/,
      );
    });
  }

  for (const opening of [
    '---js',
    '---javascript',
    '--- js',
    '---toString',
    '---constructor',
    '---__proto__',
    '---hasOwnProperty',
    '---json',
    '---toml',
    '---coffee \r',
  ]) {
    it(`in another language: ${JSON.stringify(opening)}`, () => {
      assertProblem(
        refusal(`${opening}\nstage: proposal\n---\n`),
        'foreign-front-matter',
        1,
        /“key: value” lines between two lines “---”/,
      );
    });
  }

  for (const fence of ['+++', ';;;', '\uFEFF+++']) {
    it(`between ${JSON.stringify(fence)}`, () => {
      assertProblem(
        refusal(`${fence}\nstage = "proposal"\n${fence}\n`),
        'foreign-front-matter',
        1,
        /lines between two lines “---”/,
      );
    });
  }

  it('opened by a fence with a comment, which would hide the deal among the notes', () => {
    for (const opening of ['--- # Acme', '---# Acme', '\uFEFF--- #']) {
      assertProblem(
        refusal(`${opening}\nstage: proposal\n---\n`),
        'foreign-front-matter',
        1,
        /must be “---” and nothing else/,
      );
    }
  });
});

describe('a merge conflict is seen', () => {
  const conflict = (ours: string, theirs: string) =>
    `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> branch\n`;

  for (const [where, text, line] of [
    ['in the front matter', `---\n${conflict('stage: closing\n', 'stage: proposal\n')}---\n`, 2],
    ['in the body', `---\nstage: closing\n---\n\n${conflict('a\n', 'b\n')}`, 5],
    ['around the opening fence', `${conflict('---\nstage: closing\n', '---\nstage: proposal\n')}---\n`, 1],
    ['over the closing fence', `---\na: 1\n${conflict('---\nx\n', 'b: 2\n---\n')}`, 3],
    ['with CRLF', `---\n${conflict('a: 1\n', 'a: 2\n')}---\n`.replaceAll('\n', '\r\n'), 2],
    ['with the common ancestor', '---\n<<<<<<< a\nx: 1\n||||||| b\nx: 2\n=======\nx: 3\n>>>>>>> c\n---\n', 2],
    ['without names', '---\n<<<<<<<\na: 1\n=======\na: 2\n>>>>>>>\n---\n', 2],
    ['in a file without front matter', `# Note\n${conflict('a\n', 'b\n')}`, 2],
    ['below blank lines', '\n\n<<<<<<< a\n=======\n>>>>>>> b\n', 3],
    ['with longer markers', '---\na: 1\n---\n<<<<<<<<<\n=========\n>>>>>>>>>\n', 4],
    ['without an end of the last line', '---\na: 1\n---\n<<<<<<< a\n=======\n>>>>>>> b', 4],
  ] as const) {
    it(where, () =>
      assertProblem(refusal(text), 'conflict-markers', line, /Keep one side, or both, and save/),
    );
  }

  for (const [what, body] of [
    ['an underlined heading', 'Title\n=======\n\nText\n'],
    ['a heading and deep quotes', '>>>>>>> quoted\n\nTitle\n=======\n'],
    ['markers in the wrong order', '>>>>>>> a\n=======\n<<<<<<< b\n'],
    ['markers within lines', 'a <<<<<<< b\n=======\nc >>>>>>> d\n'],
    ['markers of several lengths', '<<<<<<<<\n========\n>>>>>>>\n'],
    ['a beginning within a line', 'a <<<<<<< b\n=======\n>>>>>>> d\n'],
    ['a middle within a line', '<<<<<<< a\nx =======\n>>>>>>> d\n'],
    ['an end within a line', '<<<<<<< a\n=======\nx >>>>>>> d\n'],
    ['words right behind a beginning', '<<<<<<<a\n=======\n>>>>>>> d\n'],
    ['words behind a middle', '<<<<<<< a\n======= x\n>>>>>>> d\n'],
    ['words right behind an end', '<<<<<<< a\n=======\n>>>>>>>d\n'],
    ['no end', '<<<<<<< a\nx\n=======\ny\n'],
  ] as const) {
    it(`but not in ${what}`, () =>
      assert.deepEqual(parts(`---\na: 1\n---\n${body}`), { yaml: 'a: 1\n', body }));
  }

  it('in time that grows with the text, not with the cube of its markers', () => {
    const text = `---\na: 1\n---\n${'<<<<<<< a\n'.repeat(5000)}${'=======\n'.repeat(5000)}`;
    assert.ok(cpuTime(() => assert.equal(cutFrontMatter(text).kind, 'found')) < 3000);
  });
});

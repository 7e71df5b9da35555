import assert from 'node:assert/strict';
import { diagnose } from '../../../../../src/core/deal/fixes/fixes';
import { DEFAULT_PROCESS, makeProcess } from '../../../../../src/core/process/process';
import { placeholderIn } from '../../../../../src/core/deal/near/unfilled';
import { sentenceOf } from '../../../../../src/words/sentence';
import { date, file } from '../../../support/deals';

/** What is told of a front matter: line and sentence. */
function told(yaml: string, process = DEFAULT_PROCESS, notes = ''): string[] {
  const patient = {
    path: 'acme.md',
    text: file(`${yaml}\nnext_step: Call`, notes),
    process,
    today: date('2026-11-20'),
    alike: [],
  };
  return diagnose(patient).problems.map(problem => `${problem.line} ${sentenceOf(problem)}`);
}

const still = (line: number, key: string, placeholder: string) =>
  `${line} “${key}” still has “${placeholder}”, a placeholder of a template. Write the value itself.`;

describe('a value that a template left', () => {
  for (const [yaml, ...expected] of [
    ['stage: proposal\ntitle: "{{title}}"', still(3, 'title', '{{title}}')],
    ['stage: proposal\ntitle: {{title}}', still(3, 'title', '{{title}}')],
    ['stage: proposal\ntitle: Acme, {{VALUE:what it is}}', still(3, 'title', '{{VALUE:what it is}}')],
    ['stage: proposal\ntitle: {{VALUE: name}} x: y', still(3, 'title', '{{VALUE: name}}')],
    ['stage: proposal\ntitle: "No. # {{title}}" # ours', still(3, 'title', '{{title}}')],
    ['stage: proposal\ntitle:  "No. # {{title}}" # ours', still(3, 'title', '{{title}}')],
    ["stage: proposal\ntitle: 'No. # {{title}}' # ours", still(3, 'title', '{{title}}')],
    ['stage: {{VALUE}}: x', still(2, 'stage', '{{VALUE}}')],
    ['stage: "{{stage}}"', still(2, 'stage', '{{stage}}')],
    ['stage: proposal\nvalue: "{{value}}"', still(3, 'value', '{{value}}')],
    [
      'stage: proposal\ncreated: <% tp.date.now("YYYY-MM-DD") %>',
      still(3, 'created', '<% tp.date.now("YYYY-MM-DD") %>'),
    ],
    ['stage: proposal\ncreated: <%tp.date.now()%>', still(3, 'created', '<%tp.date.now()%>')],
    ['stage: proposal\ncreated: <%  tp.date.now() %>', still(3, 'created', '<% tp.date.now() %>')],
    ['stage: proposal\n"owner": <%* tp.user() %>', still(3, 'owner', '<%* tp.user() %>')],
    [
      'stage: proposal\ntitle: "{{title}}"\nowner: "{{name}}"',
      still(3, 'title', '{{title}}'),
      still(4, 'owner', '{{name}}'),
    ],
  ] as const)
    it(`is told in place of what is wrong with it: ${yaml.replaceAll('\n', ' | ')}`, () =>
      assert.deepEqual(told(yaml), expected));

  for (const yaml of [
    'stage: proposal\ntitle: Acme {x}',
    'stage: proposal\ntitle: "Acme {{a & b}}"',
    'stage: proposal\ntitle: "Acme {{}} and <% x %>"',
    'stage: proposal\nregion: "{{region}}"',
    'stage: proposal\nlost_note: "they wrote {{name}}"',
    'stage: proposal # {{stage}}',
    'stage: "proposal"  # {{stage}}',
    "title: 'Acme # 2' # {{title}}",
  ])
    it(`is none in other words: ${yaml.replaceAll('\n', ' | ')}`, () =>
      assert.ok(!told(yaml).some(one => one.includes('template')), told(yaml).join('\n')));

  for (const yaml of [
    'stage: proposal\ntitle: [Acme',
    'stage: proposal\ntitle: a: b',
    'stage: proposal\n: {{x}} }',
  ])
    it(`is not to blame for other YAML that can’t be read: ${yaml.replaceAll('\n', ' | ')}`, () => {
      const all = told(yaml);
      assert.equal(all.length, 1);
      assert.doesNotMatch(all[0]!, /template/);
    });

  it('is found with its line before anything of the file is read', () => {
    const text = file('tags: [a]\ntitle: {{title}} of\nowner: {{owner}}');
    assert.deepEqual(placeholderIn(text), { placeholder: '{{title}}', line: 3 });
    for (const none of ['title: {{title}}\n', file('title: A', '{{title}}'), '---\ntitle: {{title}}\n'])
      assert.equal(placeholderIn(none), undefined, none);
  });

  it('is none in the notes, also where the front matter has one', () =>
    assert.deepEqual(told('stage: proposal\ntitle: "{{title}}"', DEFAULT_PROCESS, '\nowner: {{name}}\n'), [
      still(3, 'title', '{{title}}'),
    ]));

  it('is told in a file with CRLF', () =>
    assert.deepEqual(told('stage: proposal\r\ntitle: "{{title}}"\r'), [still(3, 'title', '{{title}}')]));

  it('is told by the team’s name of the field', () => {
    const process = makeProcess({ fields: new Map([['title', 'name']]) });
    assert.deepEqual(told('stage: proposal\nname: "{{name}}"', process), [still(3, 'name', '{{name}}')]);
  });
});

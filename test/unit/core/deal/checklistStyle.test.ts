import assert from 'node:assert/strict';
import { insertChecklist } from '../../../../src/core/deal/insertChecklist';
import { makeProcess } from '../../../../src/core/process/process';
import { applyEdits } from '../../../../src/core/textEdit';
import { file, readGood } from '../../support/deals';

const process = makeProcess({
  stages: {
    qualification: {
      exitCriteria: [
        { id: 'budget', text: 'We know the budget' },
        { id: 'signer', text: 'We know who signs' },
      ],
    },
    proposal: { exitCriteria: [{ id: 'budget', text: 'The budget is still there' }] },
  },
});

/** The notes with the criteria of the stage “Qualification”. */
function insert(body: string): string {
  const head = 'stage: qualification';
  const text = file(head, body);
  const edits = insertChecklist(text, readGood(text, process).deal, 'qualification', process);
  return applyEdits(text, edits).slice(file(head, '').length);
}

const tasks = (bullet: string) => `${bullet}[ ] We know the budget\n${bullet}[ ] We know who signs\n`;
const section = (bullet = '- ') => `## Qualification\n\n${tasks(bullet)}`;
const counted = '1. [ ] We know the budget\n2. [ ] We know who signs\n';

describe('a checklist begins its items as the notes do', () => {
  for (const [what, body, bullet] of [
    ['other task lists', '* a\n\n## Proposal\n\n+ [ ] budget\n', '+ '],
    ['a task list that stands in', '## Proposal\n  * [ ] budget\n', '* '],
    ['any list', 'Text.\n\n* a\n', '* '],
    ['a list that a numbered one precedes', '1. one\n\nText.\n\n* a\n', '* '],
    ['none, where the only list is numbered', '1. one\n2. two\n', '- '],
    ['none, where the only list stands in', 'Text.\n\n  * a\n', '- '],
    ['none, where the only one is within another', '1. one\n   * a\n', '- '],
    ['none, where the only list has nothing in it', 'Text.\n\n*\n', '- '],
  ] as const) {
    it(what, () => assert.equal(insert(body), `${body}\n${section(bullet)}`));
  }

  it('as a numbered task list, from 1 on', () => {
    for (const number of [1, 3, 12]) {
      const body = `## Proposal\n\n${number}. [ ] budget\n`;
      assert.equal(insert(body), `${body}\n## Qualification\n\n${counted}`);
    }
  });

  it('as the log, whatever lists are above and below it', () => {
    const log = (item: string) => `## Log\n\n${item} 2026-01-01 call\n\n## More\n\n+ b\n`;
    assert.equal(insert(`- a\n\n${log('*')}`), `- a\n\n${section('* ')}\n${log('*')}`);
    assert.equal(insert(`* a\n\n${log('1.')}`), `* a\n\n${section('* ')}\n${log('1.')}`);
  });

  it('goes on counting, also behind a number of two digits', () => {
    assert.equal(
      insert('## Qualification\n\n12. [x] budget\n'),
      '## Qualification\n\n12. [x] budget\n13. [ ] We know who signs\n',
    );
  });
});

describe('a checklist is put', () => {
  for (const [what, body, after] of [
    [
      'into a section of its own, whatever another stage has of the same name',
      '## Proposal\n\n- [ ] budget\n',
      `## Proposal\n\n- [ ] budget\n\n${section()}`,
    ],
    [
      'behind the last words, whatever blank lines are below',
      '## Qualification\nSome words.\n   \n## Next\n',
      `## Qualification\nSome words.\n\n${tasks('- ')}   \n## Next\n`,
    ],
    [
      'before code that is never closed',
      '## Qualification\n\nText.\n\n```\ncode\n',
      `## Qualification\n\nText.\n\n${tasks('- ')}\n\`\`\`\ncode\n`,
    ],
    [
      'before such code that follows at once',
      '## Qualification\n```\ncode\n',
      `## Qualification\n\n${tasks('- ')}\n\`\`\`\ncode\n`,
    ],
    [
      'before such code below a line of blanks',
      '## Qualification\n  \n```\ncode\n',
      `## Qualification\n\n${tasks('- ')}  \n\`\`\`\ncode\n`,
    ],
    ['below a line of blanks', 'Text.\n  \n', `Text.\n  \n${section()}`],
  ] as const) {
    it(what, () => assert.equal(insert(body), after));
  }
});

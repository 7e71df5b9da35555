import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stageSections } from '../../../src/core/deal/checklist';
import { logSection } from '../../../src/core/notes/log';
import { readNotes } from '../../../src/core/notes/readNotes';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { file, readGood } from '../support/deals';

interface Snippet {
  readonly prefix: string;
  readonly body: string | readonly string[];
}

const SNIPPETS = Object.values(
  JSON.parse(readFileSync('media/snippets/deal.json', 'utf8')) as Record<string, Snippet>,
);

/** What stands there when a person goes through a snippet and takes what is offered. */
function taken(prefix: string): string {
  const { body } = SNIPPETS.find(one => one.prefix === prefix)!;
  const text = typeof body === 'string' ? body : body.join('\n');
  const chosen = new Map<string, string>();
  return text
    .replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/g, '2026-11-28')
    .replace(
      /\$\{(\d)(?:\|([^,|]*)[^|]*\||:([^}]*))\}/g,
      (_, place: string, first?: string, words?: string) => {
        chosen.set(place, first ?? words ?? '');
        return chosen.get(place)!;
      },
    )
    .replace(/\$(\d)/g, (_, place: string) => chosen.get(place) ?? '');
}

describe('the snippets', () => {
  it('make a deal in its first stage, with the line of the history and a log', () => {
    const { deal, problems } = readGood(taken('deal'));
    assert.deepEqual(problems, []);
    const { title, account, stage, created, history, lastActivity } = deal;
    assert.deepEqual(
      { title, account, stage, created, history: history.length, log: lastActivity?.on },
      {
        ...{ title: 'Acme, warehouse scanners', account: 'Acme Corp', stage: 'lead-generation' },
        ...{ created: '2026-11-28', history: 1, log: '2026-11-28' },
      },
    );
  });

  it('make a contact, a line of the log and tasks that are read as such', () => {
    const text = file(
      `stage: proposal\ncontacts:\n  ${taken('deal-contact').replace('name: ,', 'name: R. Lee,').replace('role: , email: ', 'role: buyer, email: r@acme.example')}`,
      `## Proposal\n\n${taken('deal-checklist')}\n\n## Log\n\n${taken('deal-log')}call\n`,
    );
    const { deal, problems } = readGood(text);
    assert.deepEqual([problems, deal.contacts.length, deal.lastActivity?.on], [[], 1, '2026-11-28']);
    const notes = readNotes(text);
    assert.ok(logSection(notes));
    assert.equal(stageSections(notes, DEFAULT_PROCESS).length, 1);
  });
});

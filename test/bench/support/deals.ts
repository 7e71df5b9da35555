import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type CalendarDate } from '../../../src/core/calendar';
import { STAGE_IDS } from '../../../src/core/process/stages';

/** A folder of deals of 2 KB each, as reps write them, and the function that removes it. */
export function makeDeals(count: number): { folder: string; remove: () => void } {
  const folder = join(mkdtempSync(join(tmpdir(), 'deal-notes-bench-')), 'deals');
  mkdirSync(folder);
  for (let number = 0; number < count; number++)
    writeFileSync(join(folder, `deal-${number}.md`), dealText(number));
  return { folder, remove: () => rmSync(join(folder, '..'), { recursive: true, force: true }) };
}

export function dealText(number: number): string {
  const furthest = number % 7;
  const status = number % 11 === 0 ? 'lost' : number % 13 === 0 ? 'won' : 'open';
  const created = addDays('2026-01-05' as CalendarDate, number % 200);
  const days = (step: number) => addDays(created, step * (5 + (number % 9)));
  const history = STAGE_IDS.slice(0, furthest + 1).map(
    (stage, step) => `  - {on: ${days(step)}, stage: ${stage}}`,
  );
  if (status !== 'open') history.push(`  - {on: ${days(furthest + 1)}, status: ${status}}`);
  const frontMatter = [
    `title: Account ${number % 900}, warehouse scanners ${number}`,
    `account: Account ${number % 900}`,
    `owner: ${['dana', 'marek', 'ines', 'tom'][number % 4]}`,
    `stage: ${STAGE_IDS[furthest]}`,
    `status: ${status}`,
    'source: referral',
    `value: ${4000 + ((number * 37) % 90_000)}`,
    `currency: ${number % 5 ? 'EUR' : 'GBP'}`,
    'close_date: 2026-12-18',
    'next_step: Send the revised quote',
    'next_step_on: 2026-11-30',
    'contacts:',
    '  - {name: R. Lee, role: decision maker, email: r.lee@acme.example}',
    'tags: [hardware, renewal]',
    `created: ${created}`,
    'history:',
    ...history,
  ];
  const head = `---\n${frontMatter.join('\n')}\n---\n## Log\n\n`;
  const line = '- 2026-11-20 call: asked for a reference customer in the same trade\n';
  return head + line.repeat(Math.max(1, Math.round((2048 - head.length) / line.length)));
}

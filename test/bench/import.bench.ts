// How long `deal-notes import` takes with a table of HubSpot's, as a whole process, first and once more, and the most memory that
// it has; with ten times as many rows it is only tried, as that is what reading them takes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hold } from '../launch/goals.mjs';
import { line } from './support/measure';

/** Says at the end how many KB it had. */
const TELLS_MEMORY =
  'data:text/javascript,process.on("exit",()=>console.error(`memory ${process.resourceUsage().maxRSS}`))';
const STAGES = ['appointmentscheduled', 'qualifiedtobuy', 'contractsent', 'closedwon', 'closedlost'];

const folder = mkdtempSync(join(tmpdir(), 'deal-notes-bench-import-'));
try {
  for (const rows of [10_000, 100_000]) {
    const table = join(folder, `hubspot-${rows}.csv`);
    writeFileSync(table, tableOf(rows));
    const into = join(folder, String(rows));
    console.log(`a table of ${rows} rows`);
    const tried = timed(table, into, '--dry-run');
    console.log(line('  deal-notes import --dry-run', tried.ms, `${tried.mb} MB`));
    if (rows > 10_000) continue;
    const made = timed(table, into);
    console.log(line('  deal-notes import, first', made.ms, `${made.mb} MB`));
    hold('import', made.ms);
    const again = timed(table, into);
    console.log(line('  deal-notes import, once more', again.ms, `${again.mb} MB`));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function tableOf(rows: number): string {
  const heads =
    'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Create Date,Associated Company,Notes';
  const row = (at: number) =>
    `${at},"Deal ${at}, rollout",${STAGES[at % STAGES.length]},${1000 + at},dana,2026-10-18,2026-01-05,Company ${at % 700},"They want scanners at ${at} sites. Nobody else was asked."`;
  return [heads, ...Array.from({ length: rows }, (_, at) => row(at))].join('\n');
}

function timed(...args: string[]): { readonly ms: number; readonly mb: number } {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', TELLS_MEMORY, 'dist/cli.js', 'import', ...args, '--currency', 'EUR'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(stderr);
  const kb = Number(/^memory (\d+)$/m.exec(stderr)?.[1]);
  return { ms: performance.now() - start, mb: Math.round(kb / 1024) };
}

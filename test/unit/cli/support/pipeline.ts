import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { date } from '../../support/deals';
import type { Ended } from './cli';
import { deal, openDeal, temporaryFolder } from './folder';
import { runIn } from './terminal';

/** A Monday. */
const CLOCK = { today: () => date('2026-03-02'), now: () => Date.parse('2026-03-02T12:00:00Z') };

export function wonDeal(title: string, notes = ''): string {
  const lines = [`title: ${title}`, 'account: Acme Corp', 'stage: proposal', 'status: won'];
  return `${deal(...lines, 'closed_on: 2026-02-01')}${notes}`;
}

/** A folder with a pipeline in it and, beside that, a cache of its own, as one person has them. Call it inside `describe`. */
export function ownPipeline() {
  const folder = temporaryFolder();
  const at = (path: string) => join('work', path);
  return {
    folder,
    get env() {
      return { XDG_CACHE_HOME: folder.path('cache') };
    },
    /** What is kept for undo, by its path. */
    get records(): string {
      return folder.path('cache/deal-notes/undo');
    },
    write: (path: string, text: string) => folder.write(at(path), text),
    read: (path: string) => folder.read(at(path)),
    path: (path: string) => folder.path(at(path)),
    run(...args: string[]): Promise<Ended> {
      return this.runWith({}, ...args);
    },
    runWith(env: Record<string, string>, ...args: string[]): Promise<Ended> {
      mkdirSync(folder.path('work'), { recursive: true });
      const own = { clock: CLOCK, env: { ...process.env, ...this.env, ...env } };
      return runIn(folder.path('work'), args, own);
    },
    /** Several deals that lead to each other, some in files that are hard to write. */
    fill(): void {
      this.write('deals/a.md', `${openDeal('A\nnext_step: Call', 'proposal')}[B](b.md) [C](sub/c.md)\n`);
      this.write(
        'deals/b.md',
        wonDeal('B', '# B\n\n[A](./a.md#log), [self](b.md)\n\n## Log\n\n- 2026-02-01 met\n'),
      );
      this.write('deals/sub/c.md', wonDeal('C', '[A](../a.md) [B](<../b.md>)\n').replaceAll('\n', '\r\n'));
      this.write('deals/fix.md', deal('title: Fix', 'stage: proposal', 'value: "48k"'));
      this.write('deals/note.md', '[A](a.md)\n');
      this.write('deals/archive/b.md', `\uFEFF${wonDeal('Old B', '[B](../b.md)\n')}`);
    },
    /** What all files of the pipeline say, by their paths. */
    all(): Record<string, string> {
      const root = folder.path('work');
      const files = readdirSync(root, { recursive: true, withFileTypes: true })
        .filter(item => item.isFile())
        .map(item => join(item.parentPath, item.name));
      return Object.fromEntries(
        files.toSorted().map(file => [file.slice(root.length + 1), readFileSync(file, 'utf8')]),
      );
    },
  };
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importDeals, type Imported, type Takes } from '../../../../../src/actions/imports/importDeals';
import { importBeside, type BesideImported } from '../../../../../src/actions/imports/importBeside';
import type { BesidePlan } from '../../../../../src/actions/imports/planBeside';
import { planImport, type ImportPlan } from '../../../../../src/actions/imports/planImport';
import { planTable } from '../../../../../src/actions/imports/planTable';
import type { ImportWishes } from '../../../../../src/actions/imports/sortedDeals';
import { FoundHomes } from '../../../../../src/actions/homes';
import type { Workspace } from '../../../../../src/actions/workspace';
import type { CalendarDate } from '../../../../../src/core/calendar';
import { dealOf } from '../../../../../src/core/deal/entry';
import type { Deal } from '../../../../../src/core/deal/deal';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { sourceIdIn } from '../../../../../src/core/deal/sourceId';
import type { DayOrder } from '../../../../../src/core/intake/days';
import type { BesideSaid } from '../../../../../src/core/intake/beside/besideMapping';
import type { MappingSaid } from '../../../../../src/core/intake/mapping';
import type { Unread } from '../../../../../src/actions/ports/files';
import { sayFile } from '../../../../../src/core/fileSays';
import { decode } from '../../../../../src/files/decode';
import { error, type Problem } from '../../../../../src/core/problem';
import { MemoryFiles } from '../../../../../src/files/memory/memoryFiles';
import { tableOf } from '../../../../../src/files/tables/tableOf';
import { sentence, sentenceOf } from '../../../../../src/words/sentence';

export const TODAY = '2026-11-30' as CalendarDate;
export const FOLDER = '/team/deals';

export function fixture(name: string): Buffer {
  return readFileSync(join('test/fixtures/intake', name));
}

/** A pipeline in memory, into which tables are imported one after the other. */
export class Importing {
  readonly files: MemoryFiles;
  readonly workspace: Workspace;
  private readonly unread = new Map<string, Unread>();

  constructor(texts: Readonly<Record<string, string>> = {}) {
    this.files = new MemoryFiles(
      Object.fromEntries(Object.entries(texts).map(([path, text]) => [`${FOLDER}/${path}`, text])),
    );
    const { read } = MemoryFiles.prototype;
    this.files.read = async file => this.unread.get(file) ?? read.call(this.files, file);
    this.workspace = {
      files: this.files,
      homes: new FoundHomes(this.files),
      clock: { today: () => TODAY, now: () => 0 },
      person: { knownIn: async () => ({}) as never },
    };
  }

  plan(
    name: string,
    content: string | Uint8Array,
    said?: MappingSaid,
    wishes?: ImportWishes,
  ): ReturnType<typeof planImport> {
    return this.inHome(home => planImport(this.workspace, home, tableFrom(name, content), said, wishes));
  }

  /** Leaves a file as some other program would that writes no text; or one that may not be read. */
  spoil(path: string, bytes: Uint8Array | 'no permission'): void {
    const file = `${FOLDER}/${path}`;
    const read =
      bytes === 'no permission'
        ? {
            problem: error('unreadable', sayFile('unreadable', { what: 'file', reason: 'noPermission' })),
          }
        : decode(bytes);
    assert.ok('problem' in read, 'a text');
    this.files.write(file, '\uFFFD');
    this.unread.set(file, read);
  }

  /** What was spoilt is written anew, or gone. */
  heal(path: string): void {
    this.unread.delete(`${FOLDER}/${path}`);
  }

  /** Imports a table; the test fails where it is refused. */
  async take(
    name: string,
    content: string | Uint8Array,
    said?: MappingSaid,
    takes?: Takes,
    wishes?: ImportWishes,
  ): Promise<{ plan: ImportPlan; done: Imported }> {
    const plan = await this.plan(name, content, said, wishes);
    assert.ok(plan.ok, plan.ok ? '' : sentenceOf(plan.problem));
    const done = await this.inHome(home => importDeals(this.workspace, home, plan, {}, takes));
    assert.ok(done.ok, done.ok ? '' : sentenceOf(done.problem));
    return { plan, done };
  }

  /** The same of a table that was exported beside deals. */
  async add(
    name: string,
    content: string | Uint8Array,
    said?: DayOrder | MappingSaid | BesideSaid,
  ): Promise<{ plan: BesidePlan; done: BesideImported }> {
    const plan = await this.inHome(home =>
      planTable(
        this.workspace,
        home,
        tableFrom(name, content),
        typeof said === 'string' ? { dates: said } : said,
      ),
    );
    assert.ok(plan.ok, plan.ok ? '' : sentenceOf(plan.problem));
    assert.ok('beside' in plan, 'a table of deals');
    const done = await this.inHome(home => importBeside(this.workspace, home, plan));
    return { plan, done };
  }

  /** Why a table isn't taken. */
  async refused(name: string, content: string | Uint8Array, said?: MappingSaid): Promise<string> {
    const plan = await this.plan(name, content, said);
    assert.ok(!plan.ok, 'not refused');
    return sentenceOf(plan.problem);
  }

  /** What is wrong or could be better in the files, by their names. */
  get problems(): readonly Problem[] {
    return this.entries.flatMap(entry =>
      'problems' in entry ? entry.problems : [(entry as { problem: Problem }).problem],
    );
  }

  get deals(): readonly Deal[] {
    return this.entries.flatMap(entry => dealOf(entry) ?? []);
  }

  /** The lines that say what each deal is, by its title. */
  get told(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.deals.map(deal => {
        const { account, owner, stageNotKnown, stage, status, value, created, closeDate, closedOn } = deal;
        const worth = value && `${value.amount} ${value.currency}`;
        const where = `${stageNotKnown ? 'unknown' : stage} ${status}`;
        const days = [created, closeDate, closedOn].map(day => day ?? '-').join(' ');
        const id = sourceIdIn(this.files.all[`${FOLDER}/${deal.path}`]!);
        return [deal.title, [account, owner, where, worth, days, id].map(part => part ?? '-').join(' | ')];
      }),
    );
  }

  private get entries() {
    return Object.entries(this.files.all)
      .filter(([file]) => file.endsWith('.md'))
      .map(([file, text]) => readDeal(file.slice(FOLDER.length + 1), text, this.process));
  }

  private process = undefined as never as Parameters<typeof readDeal>[2];

  private async inHome<T>(act: (home: Awaited<ReturnType<FoundHomes['homeOf']>>) => Promise<T>): Promise<T> {
    const home = await new FoundHomes(this.files).homeOf(`${FOLDER}/_`);
    this.process = home.process;
    return act(home);
  }
}

/** The rows of a table that was exported beside deals of which nothing was taken, be it that they belong to no deal here. */
export function leftIn({ notTaken, elsewhere }: BesidePlan): ImportPlan['notTaken'] {
  return [...notTaken, ...elsewhere].toSorted((a, b) => a.row - b.row);
}

/** What is said of rows, with their numbers. */
export function saidOf(rows: ImportPlan['notTaken']): string[] {
  return rows.map(({ row, column, says }) => `${row}${column ? ` ${column}` : ''}: ${sentence(says)}`);
}

function tableFrom(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return tableOf(name, async function* () {
    // In pieces, so that no row and no letter can count on being whole.
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
  });
}

const PIECE = 1009;

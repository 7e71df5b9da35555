// What another process is to load, for texts that might end it: see `OtherProcess`.
import { openDeal } from '../../../src/core/deal/changeDeal';
import { checkOff } from '../../../src/core/deal/checkOff';
import { editFrontMatter } from '../../../src/core/frontMatter/edit/editFrontMatter';
import { insertChecklist } from '../../../src/core/deal/insertChecklist';
import { fixAll } from '../../../src/core/deal/fixes/fixAll';
import { diagnose } from '../../../src/core/deal/fixes/fixes';
import { offersAt } from '../../../src/core/deal/help/offers';
import { partsOf } from '../../../src/core/frontMatter/scan/spot';
import { parseFrontMatter } from '../../../src/core/frontMatter/parse';
import { readDeal } from '../../../src/core/deal/readDeal';
import { toEntry } from '../../../src/core/deal/toEntry';
import { moveDeal } from '../../../src/core/deal/transition';
import { makeReport } from '../../../src/core/metrics/report';
import { DEFAULT_PROCESS, makeProcess } from '../../../src/core/process/process';
import { readProcess } from '../../../src/core/process/processFile';
import { invertEdits, applyEdits } from '../../../src/core/textEdit';
import { date } from './deals';

const TEAM = makeProcess({
  stages: { proposal: { exitCriteria: ['budget', 'signer'].map(id => ({ id, text: `The ${id}` })) } },
});

const problemOf = ({ code }: { code: string }) => code;

/** Each way of reading or changing a text, with what comes of it in a word. */
export const WAYS = {
  parse(text: string): string {
    const parsed = parseFrontMatter(text);
    return parsed.kind === 'refused' ? problemOf(parsed.problem) : parsed.kind;
  },
  read(text: string): string {
    const entry = toEntry({ path: 'acme.md', text }, DEFAULT_PROCESS);
    // As the pipeline's folder compares what it knows of a file with what it reads.
    JSON.stringify(entry);
    if (entry.kind !== 'deal') return entry.kind === 'note' ? 'note' : problemOf(entry.problem);
    return entry.problems.length ? `${entry.problems.length} × ${entry.problems[0]!.code}` : 'deal';
  },
  move(text: string): string {
    const moved = moveDeal('acme.md', text, { kind: 'advance' }, DEFAULT_PROCESS, {
      today: date('2026-11-20'),
    });
    if (!moved.ok) return problemOf(moved.problem);
    const { edits, text: after } = moved.edited;
    return applyEdits(after, invertEdits(text, edits)) === text ? 'moved' : 'not taken back';
  },
  /** The notes of a deal, for criteria that are ticked in them and for a place to put some. */
  checklist(text: string): string {
    const entry = readDeal('acme.md', text, TEAM);
    if (entry.kind !== 'deal') return entry.kind;
    const edits = insertChecklist(text, entry.deal, entry.deal.stage, TEAM);
    const opened = openDeal('acme.md', text, TEAM);
    const { body } = opened.ok ? checkOff(opened, text, TEAM, new Map([['budget', true]])) : {};
    return `${entry.deal.checks.length} met, ${edits.length} inserted, ${body?.length} ticked`;
  },
  edit(text: string): string {
    const edited = editFrontMatter(text, { set: { owner: 'dana' } });
    return edited.ok ? 'edited' : problemOf(edited.problem);
  },
  report(text: string): string {
    const entry = readDeal('acme.md', text, DEFAULT_PROCESS);
    const deals = entry.kind === 'deal' ? [entry.deal] : [];
    const files = { needsAttention: 0, otherNotes: 0 };
    const { inNeed } = makeReport({ deals, files, process: DEFAULT_PROCESS, asOf: date('2026-11-20') });
    return `${inNeed.length} in need`;
  },
  fix(text: string): string {
    const patient = {
      ...{ path: 'acme.md', text, process: DEFAULT_PROCESS, today: date('2026-11-20') },
      alike: [],
    };
    const { problems, fixesOf } = diagnose(patient);
    // As many as there may be on a line.
    for (const problem of problems.slice(0, 10)) fixesOf(problem);
    fixAll(patient);
    return problems[0]?.code ?? 'none';
  },
  process(text: string): string {
    const { problems } = readProcess(text);
    return problems.length ? `${problems.length} × ${problems[0]!.code}` : 'process';
  },
  help(text: string): string {
    const known = {
      process: DEFAULT_PROCESS,
      names: () => [],
      today: date('2026-11-20'),
      language: 'en',
      isAsked: true,
    };
    for (const offset of [text.length, text.length >> 1]) offersAt(text, offset, known);
    return partsOf(text).length ? 'parts' : 'nothing';
  },
};

export type Way = keyof typeof WAYS;

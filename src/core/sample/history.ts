import { addDays, type CalendarDate } from '../calendar';
import { TEAM } from '../calls/call';
import { CALLS_FILE } from '../calls/callsFileName';
import { PROCESS_FILE, readProcess } from '../process/processFile';
import { callHistory } from './callHistory';
import { refreshSample } from './refresh';
import { daysOf, rewound, type EarlierCloseDate } from './rewind';

/** What somebody of the sample's team commits. */
export interface SampleCommit {
  readonly on: CalendarDate;
  /** An owner, as the deals name them. */
  readonly author: string;
  /** Made of what stands in the file, in the words of the file. */
  readonly message: string;
  /** The files that are new or others than before, by their paths. */
  readonly files: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

/** Deals whose close date was moved, by path. All days are as of the sample's own. */
const CLOSE_DATES: Readonly<Record<string, readonly (readonly [until: string, closeDate: string])[]>> = {
  'hartwold-diy-stores.md': [
    ['2026-09-29', '2026-10-16'],
    ['2026-10-26', '2026-11-13'],
  ],
  'navimera-marine-supply.md': [['2026-11-09', '2026-11-13']],
  'stadtkorn-mills-traceability.md': [
    ['2026-09-14', '2026-11-27'],
    ['2026-11-12', '2026-12-18'],
  ],
  'tallmora-timber-yards.md': [['2026-11-10', '2026-12-18']],
  'turnica-dairy-batch-tracing.md': [['2026-10-22', '2026-11-20']],
};

/** Closed deals leave the folder of the open ones so many days later. */
const DAYS_UNTIL_ARCHIVED = 7;

/**
 * The ten months in which the sample came to be, as its team would have committed them: a commit for each day of a deal, in
 * their order, the last of which leaves the files as they are. It follows from the files and the day alone.
 *
 * @param files the files of the sample as they are shipped, by their paths
 */
export function sampleHistory(
  files: ReadonlyMap<string, string>,
  today: CalendarDate,
): readonly SampleCommit[] {
  const { process } = readProcess(files.get(PROCESS_FILE) ?? '');
  const all = [...files].map(([path, text]) => ({ path, text, days: daysOf(text) }));
  const commits = all
    .filter(({ days }) => days.length > 0)
    .flatMap(file => (file.path === CALLS_FILE ? callCommits(file.text) : commitsOf(file, process)));
  commits.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const others = all.filter(({ days }) => days.length === 0).map(({ path, text }) => [path, text] as const);
  const [first] = commits;
  if (first) commits.unshift({ ...first, message: PROCESS_FILE, files: new Map(others), removed: [] });
  return commits.map(commit => ({
    ...commit,
    on: refreshSample(commit.on, today) as CalendarDate,
    files: new Map([...commit.files].map(([path, text]) => [path, refreshSample(text, today)])),
  }));
}

/** Who calls for the whole team. */
const LEAD = 'dana';

function callCommits(text: string): SampleCommit[] {
  return callHistory(text).map(call => ({
    on: call.on,
    author: call.owner === TEAM ? LEAD : call.owner,
    message: `Forecast call: ${call.owner}`,
    files: new Map([[CALLS_FILE, call.text]]),
    removed: [],
  }));
}

interface SampleDeal {
  readonly path: string;
  readonly text: string;
  readonly days: readonly CalendarDate[];
}

function commitsOf(
  { path, text, days }: SampleDeal,
  process: ReturnType<typeof readProcess>['process'],
): SampleCommit[] {
  const closeDates: EarlierCloseDate[] = (CLOSE_DATES[path] ?? []).map(([until, closeDate]) => ({
    until: until as CalendarDate,
    closeDate: closeDate as CalendarDate,
  }));
  const author = /^owner: "?(\w+)/m.exec(text)![1]!;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const title = /^(?:title:|#) "?(.*?)"?$/m.exec(text)?.[1] ?? name;
  const archived = name === path ? undefined : addDays(days.at(-1)!, DAYS_UNTIL_ARCHIVED);
  const commits: SampleCommit[] = [];
  let before: string | undefined;
  for (const day of [...new Set([...days, ...closeDates.map(({ until }) => addDays(until, 1))])].sort()) {
    const now = day === days.at(-1) ? text : rewound(text, day, process, closeDates);
    if (now === before) continue;
    const message = `${title}: ${logged(now, day) ?? stageIn(now)}`;
    commits.push({ on: day, author, message, files: new Map([[name, now]]), removed: [] });
    before = now;
  }
  if (archived)
    commits.push({ on: archived, author, message: title, files: new Map([[path, text]]), removed: [name] });
  return commits;
}

function logged(text: string, day: CalendarDate): string | undefined {
  return new RegExp(`^- ${day} (.*)$`, 'm').exec(text)?.[1];
}

function stageIn(text: string): string {
  return /^stage: "?(.*?)"?$/m.exec(text)![1]!;
}

import type { SlipPeriod } from '../core/changes/slips';
import { statSync } from 'node:fs';
import { comparePoints } from '../actions/changes/compare';
import { findPoint, pointName, type PastPoint, type PointSources } from '../actions/changes/point';
import { betweenAsJson } from '../core/exchange/json/between';
import { dealFilter } from '../core/filter/dealFilter';
import { moneyIn } from '../core/moneyFormat';
import { asText } from '../files/disk/disk';
import { DiskFiles } from '../files/disk/diskFiles';
import { toAddress } from '../files/disk/addresses';
import { snapshotsFrom } from '../git/snapshots/snapshots';
import { betweenWords } from '../words/between';
import { notesOnChanges } from '../words/changes/notes';
import { betweenAsMarkdown } from '../words/changes/markdown';
import { filterInWords } from '../words/filter';
import { sentenceOf } from '../words/sentence';
import { filterMeant } from './filterMeant';
import { type FilterOptions } from './filterOptions';
import { changesAsText } from './changesText';
import { orNoAnswer } from './git';
import { openAloud } from './openAloud';
import { complain, print, printJson } from './output';
import { pipelineFolder } from './pipeline';
import { absolute, type Terminal } from './terminal';
import { UsageError } from './usage';

export interface ChangesOptions extends FilterOptions {
  readonly json?: true;
  readonly markdown?: true;
  readonly period: SlipPeriod;
}

/** @throws UsageError where a point or a folder makes no sense, or git could not answer */
export async function showChanges(
  terminal: Terminal,
  typed: readonly string[],
  options: ChangesOptions,
): Promise<void> {
  const { from, to, named, sources } = await orNoAnswer(pointsMeant(terminal, typed));
  const opened = await openAloud(terminal, named);
  const { pipeline, root } = opened;
  const { process } = pipeline;
  const today = terminal.clock.today();
  const filter = await filterMeant(options, terminal, opened, to.kind === 'now');
  const comparison = await orNoAnswer(
    comparePoints(
      { folder: toAddress(opened.folder), pipeline },
      { ...sources, files: new DiskFiles(), asText },
      { from, to, period: options.period, isMeant: dealFilter(filter, { process, asOf: today }) },
    ),
  );
  const words = betweenWords('en');
  const notes = notesOnChanges(comparison);
  if (!options.markdown) for (const note of notes) complain(terminal, note);
  if (options.json) {
    const names = { from: pointName(from), to: pointName(to) };
    return printJson(terminal, betweenAsJson(comparison, names, comparison.prefix));
  }
  const between = { changes: comparison, process, words, money: moneyIn(pipeline.currencies) };
  const only = filterInWords(filter, process);
  if (options.markdown) return print(terminal, betweenAsMarkdown(between, { from, to }, only, notes));
  print(terminal, changesAsText(between, { from, to }, only, root));
}

interface PointsMeant {
  readonly from: PastPoint;
  readonly to: PastPoint;
  readonly named: string;
  readonly sources: PointSources;
}

/**
 * What the arguments mean: the last one is the folder if it is no point.
 *
 * @throws UsageError where one is neither; GitFailed
 */
async function pointsMeant(terminal: Terminal, typed: readonly string[]): Promise<PointsMeant> {
  const last = typed.at(-1);
  const isFolder = last !== undefined && isFolderThere(terminal, last);
  if (last !== undefined && (typed.length === 3 || isFolder)) {
    const isPoint =
      typed.length < 3 && (await findPoint(last, await sourcesIn(terminal, '.').catch(noGit(terminal)))).ok;
    if (!isPoint) return { ...(await pointsIn(terminal, typed.slice(0, -1), last)), named: last };
  }
  return { ...(await pointsIn(terminal, typed, '.')), named: '.' };
}

async function pointsIn(
  terminal: Terminal,
  [from = 'week', to = 'now']: readonly string[],
  named: string,
): Promise<Omit<PointsMeant, 'named'>> {
  const sources = await sourcesIn(terminal, named);
  const point = async (typed: string): Promise<PastPoint> => {
    const found = await findPoint(typed, sources);
    if (!found.ok) throw new UsageError(sentenceOf(found.problem));
    return found.point;
  };
  return {
    from: await point(from),
    to: await point(to),
    sources,
  };
}

async function sourcesIn(terminal: Terminal, named: string): Promise<PointSources> {
  const { folder } = pipelineFolder(terminal, named);
  const { clock, language } = terminal;
  return { snapshots: await snapshotsFrom(terminal)(folder), today: clock.today(), language };
}

/** The current folder may be anything where another one is named. */
function noGit({ clock, language }: Terminal) {
  return (): PointSources => ({ snapshots: undefined, today: clock.today(), language });
}

function isFolderThere(terminal: Terminal, path: string): boolean {
  return statSync(absolute(terminal, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addressIn } from '../actions/address';
import { importBeside } from '../actions/imports/importBeside';
import { importDeals, type Takes } from '../actions/imports/importDeals';
import type { ImportPlan } from '../actions/imports/planImport';
import { planTable } from '../actions/imports/planTable';
import { whoImports } from '../actions/imports/whoImports';
import type { Home } from '../actions/ports/homes';
import { TableFailed } from '../actions/ports/tables';
import type { Workspace } from '../actions/workspace';
import { ownersOnce } from '../core/deal/whoIAm';
import { plainText } from '../core/escape';
import { FIELDS } from '../core/fields/table';
import { ME } from '../core/filter/me';
import { readBesideMapping, type BesideSaid } from '../core/intake/beside/besideMapping';
import type { DaysOrder } from '../core/intake/daysOrder';
import type { DecimalSign } from '../core/intake/decimals';
import { missedIn, type Mapping, type MappingSaid } from '../core/intake/mapping';
import { closedStageCalled, readMapping, writeMapping } from '../core/intake/mappingFile';
import { targetName } from '../core/intake/target';
import type { Refusal } from '../core/refusal';
import { toAddress } from '../files/disk/addresses';
import { readRegularFile } from '../files/disk/disk';
import { tableFile, tableIn } from '../files/disk/tableFile';
import { sentence, sentenceOf } from '../words/sentence';
import { tellBeside } from './importBesideTold';
import { importAsJson } from './importJson';
import { NONE } from './importNone';
import type { ImportTold } from './importTold';
import { importInWords } from './importWords';
import { complain, print, printJson } from './output';
import { pipelineFolder } from './pipeline';
import { remember } from './remember';
import { absolute, type Terminal } from './terminal';
import { UsageError } from './usage';
import { complainOfRules, diskWorkspace } from './workspace';
import { whoUnknown } from './person';

export interface ImportOptions {
  readonly map?: string;
  readonly dates?: DaysOrder;
  readonly decimals?: DecimalSign;
  readonly currency?: string;
  readonly owner?: string;
  readonly closedStage?: string;
  readonly take?: string;
  readonly kind?: string;
  readonly makeDuplicates?: true;
  readonly makeDeleted?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

/** What names standard input. */
const INPUT = '-';

/** Nothing could be read, so nothing was written. */
const UNREAD = 2;

/** Makes deals of a table. Answers with the exit code. */
export async function importFile(
  terminal: Terminal,
  file: string,
  folder: string,
  options: ImportOptions,
): Promise<number> {
  const { json } = options;
  const dryRun = options.dryRun === true;
  const found = existsSync(absolute(terminal, folder))
    ? pipelineFolder(terminal, folder)
    : { root: folder, folder: absolute(terminal, folder) };
  const workspace = diskWorkspace(terminal, dryRun);
  const inFolder = addressIn(toAddress(found.folder), '_');
  await complainOfRules(terminal, workspace, [{ path: found.root, file: inFolder }]);
  const home = await workspace.homes.homeOf(inFolder);
  const shown = file === INPUT ? 'standard input' : file;
  const refused = (name: string, { problem }: Refusal) => {
    complain(terminal, `${plainText(name)}: ${sentenceOf(problem)}`);
    return UNREAD;
  };
  const named = options.map === undefined ? undefined : mappingIn(terminal, options.map, home);
  if (named && !named.ok) return refused(options.map!, named);
  const chosen = await chosenBy(options, workspace, home);
  const said = saidBy(named?.said, chosen);
  try {
    const table = file === INPUT ? tableIn(await terminal.input()) : tableFile(absolute(terminal, file));
    const plan = await planTable(workspace, home, table, said, {
      makesDuplicates: options.makeDuplicates === true,
      makesDeleted: options.makeDeleted === true,
    });
    if (!plan.ok) {
      const { couldBe, isRead } = plan;
      const unread = refused(shown, plan);
      if (couldBe && !json) printCouldBe(terminal, couldBe);
      return isRead ? 1 : unread;
    }
    if ('beside' in plan) {
      const done = await importBeside(workspace, home, plan);
      if (!dryRun) await remember(terminal, 'import', done);
      if (done.broken) throw done.broken.cause;
      return tellBeside(terminal, { file: shown, root: found.root, home, dryRun, plan, done }, json);
    }
    const takes = takesOf(options.take, plan);
    const done = await importDeals(workspace, home, plan, {}, takes);
    if (!done.ok) return refused(join(found.root, '_template.md'), done);
    if (!dryRun) await remember(terminal, 'import', done);
    if (done.broken) throw done.broken.cause;
    const told: ImportTold = { file: shown, root: found.root, home, dryRun, plan, done };
    if (json) printJson(terminal, importAsJson(told));
    else tell(terminal, told);
    const left = done.updated.filter(one => one.left.length).length;
    const { notOutcomes, valuesLeft } = plan.proposed;
    const missed = missedIn(plan.proposed).length + notOutcomes.length + valuesLeft.length;
    const guessed = plan.proposed.mapping.stages.filter(({ how }) => how === 'spread').length;
    const sheets = table.sheet?.()?.others.length ?? 0;
    const ofRows = [plan.notTaken, done.notTaken, plan.noted, plan.lost].flat();
    return ofRows.length + left + missed + guessed + sheets || done.notKept ? 1 : 0;
  } catch (cause) {
    if (!(cause instanceof TableFailed)) throw cause;
    complain(terminal, `${plainText(shown)}: ${sentence(cause.says)}`);
    return UNREAD;
  }
}

/** What a person says of the table: what was exported beside deals has nothing but days that are open. */
function saidBy(
  named: MappingSaid | BesideSaid | undefined,
  chosen: MappingSaid,
): MappingSaid | BesideSaid | undefined {
  const { kind, dates } = chosen;
  if (named && 'what' in named) return { ...named, ...(dates && { dates }), ...(kind && { kind }) };
  return named || Object.keys(chosen).length ? { ...named, ...chosen } : undefined;
}

/**
 * What options say of deals that don't say it themselves.
 *
 * @throws UsageError where that makes no sense
 */
async function chosenBy(
  { kind, dates, decimals, currency, owner, closedStage }: ImportOptions,
  workspace: Workspace,
  home: Home,
): Promise<MappingSaid> {
  const closed = closedStage === undefined ? undefined : closedStageCalled(closedStage, home.process);
  if (closedStage !== undefined && !closed)
    throw new UsageError(
      `--closed-stage ${plainText(closedStage, 40)}: write one of the seven stages, “unknown” or “leave-out”.`,
    );
  return {
    ...(kind !== undefined && { kind }),
    ...(dates && { dates }),
    ...(decimals && { decimals }),
    ...(currency !== undefined && { currency: currency === NONE ? null : currency }),
    ...(owner !== undefined && { owner: await ownerMeant(owner, workspace, home) }),
    ...(closed && { closedStage: closed }),
  };
}

async function ownerMeant(named: string, workspace: Workspace, home: Home): Promise<string | null> {
  if (named.toLowerCase() === NONE) return null;
  if (named.toLowerCase() !== ME) return named;
  const { me, owners } = await whoImports(workspace, home);
  if (me === undefined) throw new UsageError(whoUnknown(ownersOnce(owners)));
  return me;
}

/**
 * `value,close-date` or `all`.
 *
 * @throws UsageError where a field is named that no column of the table becomes
 */
function takesOf(named: string | undefined, { proposed, matched }: ImportPlan): Takes {
  const asField = (name: string) => name.trim().replace(/[- ]/g, '_');
  const fields = new Set((named ?? '').split(',').map(asField));
  const own = [...proposed.mapping.columns.values()].map(targetName);
  const differing = matched.flatMap(({ differences }) => differences.map(({ field }) => field));
  const known = new Set(['all', '', ...FIELDS, 'notes', ...own, ...differing].map(asField));
  const unknown = [...fields].filter(field => !known.has(field));
  if (unknown.length)
    throw new UsageError(
      `--take ${plainText(unknown.join(','), 60)}: no column of this table becomes that. Write fields such as value,close_date, or all.`,
    );
  return (_, { field }) => fields.has('all') || fields.has(asField(field));
}

function mappingIn(
  terminal: Terminal,
  path: string,
  { process }: Home,
): { readonly ok: true; readonly said: MappingSaid | BesideSaid } | Refusal {
  const read = readRegularFile(absolute(terminal, path));
  if ('problem' in read) return { ok: false, problem: read.problem };
  return readBesideMapping(read.text) ?? readMapping(read.text, process);
}

/** A mapping to begin with: by itself on the way out, so that it can be sent into a file. */
function printCouldBe(terminal: Terminal, couldBe: Mapping): void {
  complain(
    terminal,
    'Here is a mapping to begin with. Save it as map.yaml, write title, account and stage behind the columns that have them, and say --map map.yaml.',
  );
  print(terminal, writeMapping(couldBe).trimEnd().split('\n'));
}

function tell(terminal: Terminal, told: ImportTold): void {
  const { out, err } = importInWords(told);
  print(terminal, out);
  for (const line of err) complain(terminal, line);
}

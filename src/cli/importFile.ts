import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addressIn } from '../actions/address';
import { importBeside } from '../actions/imports/importBeside';
import { importDeals, type Takes } from '../actions/imports/importDeals';
import { planTable } from '../actions/imports/planTable';
import type { Home } from '../actions/ports/homes';
import { TableFailed } from '../actions/ports/tables';
import { plainText } from '../core/escape';
import type { DayOrder } from '../core/intake/days';
import type { MappingSaid } from '../core/intake/mapping';
import { readMapping } from '../core/intake/mappingFile';
import type { Refusal } from '../core/refusal';
import { toAddress } from '../files/disk/addresses';
import { readRegularFile } from '../files/disk/disk';
import { tableFile } from '../files/disk/tableFile';
import { sentence, sentenceOf } from '../words/sentence';
import { tellBeside } from './importBesideTold';
import { importAsJson } from './importJson';
import type { ImportTold } from './importTold';
import { importInWords } from './importWords';
import { complain, print, printJson } from './output';
import { pipelineFolder } from './pipeline';
import { remember } from './remember';
import { absolute, type Terminal } from './terminal';
import { complainOfRules, diskWorkspace } from './workspace';

export interface ImportOptions {
  readonly map?: string;
  readonly dates?: DayOrder;
  readonly take?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** Nothing could be read, so nothing was written. */
const UNREAD = 2;

/** Makes deals of a table. Answers with the exit code. */
export async function importFile(
  terminal: Terminal,
  file: string,
  folder: string,
  options: ImportOptions,
): Promise<number> {
  const { json, dates } = options;
  const dryRun = options.dryRun === true;
  const found = existsSync(absolute(terminal, folder))
    ? pipelineFolder(terminal, folder)
    : { root: folder, folder: absolute(terminal, folder) };
  const workspace = diskWorkspace(terminal, dryRun);
  const inFolder = addressIn(toAddress(found.folder), '_');
  await complainOfRules(terminal, workspace, [{ path: found.root, file: inFolder }]);
  const home = await workspace.homes.homeOf(inFolder);
  const refused = (name: string, { problem }: Refusal) => {
    complain(terminal, `${plainText(name)}: ${sentenceOf(problem)}`);
    return UNREAD;
  };
  const named = options.map === undefined ? undefined : mappingIn(terminal, options.map, home);
  if (named && !named.ok) return refused(options.map!, named);
  const said = { ...named?.said, ...(dates && { dates }) };
  try {
    const table = tableFile(absolute(terminal, file));
    const plan = await planTable(workspace, home, table, named || dates ? said : undefined);
    if (!plan.ok) return refused(file, plan);
    if ('beside' in plan) {
      const done = await importBeside(workspace, home, plan);
      if (!dryRun) await remember(terminal, 'import', done);
      return tellBeside(terminal, { file, root: found.root, home, dryRun, plan, done }, json);
    }
    const done = await importDeals(workspace, home, plan, {}, takesOf(options.take));
    if (!done.ok) return refused(join(found.root, '_template.md'), done);
    if (!dryRun) await remember(terminal, 'import', done);
    const told: ImportTold = { file, root: found.root, home, dryRun, plan, done };
    if (json) printJson(terminal, importAsJson(told));
    else tell(terminal, told);
    const left = done.updated.filter(one => one.left.length).length;
    return plan.notTaken.length + done.notTaken.length + left ? 1 : 0;
  } catch (cause) {
    if (!(cause instanceof TableFailed)) throw cause;
    complain(terminal, `${plainText(file)}: ${sentence(cause.says)}`);
    return UNREAD;
  }
}

/** `value,close-date` or `all`. */
function takesOf(named = ''): Takes {
  const fields = new Set(named.split(',').map(field => field.trim().replaceAll('-', '_')));
  return (_, { field }) => fields.has('all') || fields.has(field.replaceAll('-', '_'));
}

function mappingIn(
  terminal: Terminal,
  path: string,
  { process }: Home,
): { readonly ok: true; readonly said: MappingSaid } | Refusal {
  const read = readRegularFile(absolute(terminal, path));
  return 'problem' in read ? { ok: false, problem: read.problem } : readMapping(read.text, process);
}

function tell(terminal: Terminal, told: ImportTold): void {
  const { out, err } = importInWords(told);
  print(terminal, out);
  for (const line of err) complain(terminal, line);
}

import type { Address } from '../actions/address';
import type { Refused } from '../actions/ports/files';
import type { Done, Result, Unit } from '../actions/result';
import type { Workspace } from '../actions/workspace';
import type { Changed } from '../core/deal/changeDeal';
import { refusedAsJson } from '../core/exchange/json/moves';
import type { OwnChangedJson } from '../core/exchange/json/schema/changes';
import type { MovedJson, RefusedJson } from '../core/exchange/json/schema/moves';
import type { Problem } from '../core/problem';
import type { Process } from '../core/process/process';
import { complain, print, printJson, printText } from './output';
import { filePatches, patchText, pathBeside } from './patch';
import { remember } from './remember';
import { targetsOf, type Target } from './targets';
import type { Terminal } from './terminal';
import { complainOfRules, diskWorkspace } from './workspace';
import { sentenceOf, sentence } from '../words/sentence';

export interface ChangeOptions {
  readonly json?: true;
  readonly dryRun?: true;
}

/** A change of deals as a command makes it, and how it is told. */
export interface Change<T extends Changed> {
  /** The command's own word, which `undo` tells. */
  readonly command: string;
  make(workspace: Workspace, files: readonly Address[]): Promise<Result<T>>;
  /** The line for a deal; `path` is where it is now. */
  inWords(done: Done<T>, path: string): string;
  /** Further lines for a deal. */
  alsoInWords?(done: Done<T>): readonly string[];
  /** What the JSON has of a deal besides what it has of every one. */
  asData?(done: Done<T>, path: string): OwnChangedJson | Pick<MovedJson, 'from' | 'to'>;
  /** What is wrong in the words of this command, which may know a way out. */
  withWayOut?(problem: Problem, process: Process): Problem;
  /** It creates a file beside the one that is named, and reports on the new one. */
  readonly makesNewFile?: true;
}

/** What became of one file, with the keys that the JSON has. */
type Told = ToldDeal | RefusedJson;

interface ToldDeal {
  readonly path: string;
  readonly ok: true;
  readonly title: string;
  readonly warnings: readonly string[];
  /** The change as a unified diff, where it was only tried. */
  readonly diff?: string;
}

/** Changes the deals in the files that a person has named, and tells of each. Answers with the exit code. */
export function change<T extends Changed>(
  terminal: Terminal,
  paths: readonly string[],
  options: ChangeOptions,
  how: Change<T>,
): Promise<number> {
  return changeTargets(terminal, targetsOf(terminal, paths), options, how);
}

/** The same for files that are known already, whatever becomes of the others. */
export async function changeTargets<T extends Changed>(
  terminal: Terminal,
  targets: readonly Target[],
  { json, dryRun }: ChangeOptions,
  how: Change<T>,
): Promise<number> {
  const workspace = diskWorkspace(terminal, dryRun);
  await complainOfRules(terminal, workspace, targets);
  const result = await how.make(
    workspace,
    targets.map(({ file }) => file),
  );
  if (!dryRun) await remember(terminal, how.command, result);
  const outcomes = new ChangeResults(result);
  const told: Told[] = [];
  for (const target of targets) {
    const outcome = outcomes.of(target);
    if ('problem' in outcome) {
      const { process } = await workspace.homes.homeOf(target.file);
      const problem = how.withWayOut?.(outcome.problem, process) ?? outcome.problem;
      const path = pathBeside(target, outcome.file);
      told.push(refusedAsJson(path, problem, sentenceOf));
      if (!json) complain(terminal, `${path}:${problem.line}: ${sentenceOf(problem)}`);
      continue;
    }
    const { done, path: isAt } = outcome;
    const path = how.makesNewFile ? isAt : target.path;
    const { title } = done.plan;
    const warnings = done.plan.warnings.map(sentence);
    const diff = dryRun && { diff: outcomes.patchOf(target, done) };
    told.push({ path, ok: true, title, ...how.asData?.(done, isAt), warnings, ...diff });
    if (json) continue;
    for (const warning of warnings) complain(terminal, `${path}: warning: ${warning}`);
    if (diff) printText(terminal, diff.diff);
    else print(terminal, [how.inWords(done, isAt), ...(how.alsoInWords?.(done) ?? [])]);
  }
  if (json) printJson(terminal, told);
  return told.every(({ ok }) => ok) ? 0 : 1;
}

/** A result, deal by deal as they were named. */
class ChangeResults<T extends Changed> {
  private readonly done = new Map<Address, Done<T>>();
  private readonly patched = new Set<Unit>();

  constructor(private readonly result: Result<T>) {
    const cameFrom = new Map<Address, Address>();
    for (const effect of result.units.flat())
      if (effect.kind === 'renamed') cameFrom.set(effect.file, effect.from);
    for (const done of result.done) this.done.set(cameFrom.get(done.file) ?? done.file, done);
  }

  /** What became of a file; or of the one that was to be made beside it, or from a template. */
  of(target: Target): { readonly done: Done<T>; readonly path: string } | Refused {
    const { done, refused } = this.result;
    const own = this.done.get(target.file) ?? refused.find(({ file }) => file === target.file);
    const outcome = own ?? refused[0] ?? done[0]!;
    return 'problem' in outcome ? outcome : { done: outcome, path: pathBeside(target, outcome.file) };
  }

  /** Of deals that were changed together the first has it. */
  patchOf(target: Target, { file }: Done<T>): string {
    const unit = this.result.units.find(one => one.some(effect => effect.file === file));
    if (!unit || this.patched.has(unit)) return '';
    this.patched.add(unit);
    return patchText(target, filePatches(unit));
  }
}

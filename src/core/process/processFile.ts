import type { Node, YAMLMap } from 'yaml';
import { NO_CURRENCY } from '../money';
import { error, type Problem } from '../problem';
import { assign } from './assign';
import { makeProcess, DEFAULT_PROCESS, type Process } from './process';
import type { ProcessProblem, ProcessSettings } from './process';
import { readFields } from './readFields';
import { RulesReader } from './readRules';
import { readStages } from './readStages';
import { say } from './say';
import type { Says } from '../says';
import { checkRates, inMoney, readCurrency, readQuota, readRates, type WrittenQuotas } from './readMoney';
import { readToday } from './readToday';
import { readViews } from './readViews';
import { readWarningsOfAll } from './readWarnings';
import { YamlReader, type KnownKeys } from './yamlReader';

export { PROCESS_FILE } from './processFileName';

/** Many times what a process with all its texts needs; it would be read anew at each change. */
const MOST_CHARACTERS = 1_000_000;

/** A process as a file has it. */
export interface ReadProcess {
  readonly process: Process;
  readonly problems: readonly Problem[];
}

/** Why no deal is moved meanwhile. */
export function waitsFor({ line, file }: ProcessProblem, canForce = false): Says {
  const name = file?.slice(file.lastIndexOf('/') + 1);
  return say('rulesUnknown', { line, ...(name !== undefined && { file: name }), canForce });
}

/**
 * Reads a `sales-process.yaml`. What is wrong becomes a problem at its place and keeps its default, or a rule what it
 * was before, so that a slip opens no gate; the rest of the file counts. Where the text cannot be read at all, the process
 * stays as it was before. Never throws.
 *
 * @param before the last process that could be read, if there was one
 */
export function readProcess(text: string, before = DEFAULT_PROCESS): ReadProcess {
  if (text.length > MOST_CHARACTERS) {
    return notRead([error('unreadable', say('tooLong', { most: MOST_CHARACTERS }))], lastKnownRules(before));
  }
  const reader = new YamlReader(text);
  const root = reader.root();
  const { problems } = reader;
  const lastKnown = lastKnownRules(before);
  if (root) {
    const { settings, rules } = readSettings(reader, root, lastKnown);
    const process = withUnknownRules(makeProcess(settings), lastKnown, rules.slip);
    const { gateSlip } = rules;
    return { process: gateSlip ? { unknownRules: gateSlip, ...process } : process, problems };
  }
  if (!problems.length) return { process: DEFAULT_PROCESS, problems };
  return notRead(problems, lastKnown);
}

/** What was read with unknown rules is nothing to go back to. */
function lastKnownRules(before: Process): Process {
  return before.unknownRules ? DEFAULT_PROCESS : before;
}

/** Where there are rules of before, those count, and are known. */
function withUnknownRules(process: Process, lastKnown: Process, fault: Problem | undefined): Process {
  return fault && lastKnown === DEFAULT_PROCESS ? { ...process, unknownRules: fault } : process;
}

function notRead(problems: readonly Problem[], before: Process): ReadProcess {
  const told = problems.map(problem => unreadable(problem, before));
  return { process: withUnknownRules(before, before, told[0]), problems: told };
}

/** The same of a file that may not be a text at all. */
export function processFromFile(
  file: { readonly text: string } | { readonly problem: Problem },
  before = DEFAULT_PROCESS,
): ReadProcess {
  return 'problem' in file ? notRead([file.problem], lastKnownRules(before)) : readProcess(file.text, before);
}

/** Says what counts meanwhile. */
function unreadable(problem: Problem, before: Process): Problem {
  const kept = before === DEFAULT_PROCESS ? 'builtIn' : 'previous';
  return { ...problem, severity: 'error', says: say('processNotRead', { why: problem.says, kept }) };
}

/** The settings, and the rules among them with their slips. */
function readSettings(
  reader: YamlReader,
  root: YAMLMap,
  before: Process,
): { settings: ProcessSettings; rules: RulesReader } {
  const settings: { -readonly [key in keyof ProcessSettings]: ProcessSettings[key] } = {};
  const rules = new RulesReader(reader, root, before);
  let quota: WrittenQuotas | undefined;
  let rates: Node | null = null;
  const known: KnownKeys = {
    ...rules.byKey,
    currency: node => assign(settings, 'currency', readCurrency(reader, node)),
    rates: node => {
      assign(settings, 'rates', readRates(reader, node));
      rates = node;
    },
    quota: node => (quota = readQuota(reader, node)),
    fields: node => assign(settings, 'fields', readFields(reader, node)),
    lost_reasons: node => assign(settings, 'lostReasons', reader.texts(node)),
    history: node => {
      const where = reader.oneOf(node, ['file', 'none'] as const);
      if (where) settings.writesHistory = where === 'file';
    },
    min_sample: node => assign(settings, 'minSample', reader.number(node, 1, 1000)),
    views: node => assign(settings, 'views', readViews(reader, node)),
    today: node => assign(settings, 'today', readToday(reader, node)),
    warn: node => assign(settings, 'warn', readWarningsOfAll(reader, node)),
    stages: node => assign(settings, 'stages', readStages(reader, node, rules)),
  };
  reader.keys(root, known, rules.meantBy);
  Object.assign(settings, rules.rules);
  // The currency may stand below both.
  if (settings.rates) checkRates(reader, rates, settings.rates, settings.currency);
  if (quota) {
    const currency = settings.currency ?? NO_CURRENCY;
    settings.quota = inMoney(quota.team, currency);
    settings.ownerQuota = new Map(
      [...quota.owners].map(([quarter, own]) => [quarter, inMoney(own, currency)]),
    );
  }
  return { settings, rules };
}

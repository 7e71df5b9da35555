import type { CalendarDate } from '../../calendar';
import type { Problem, ProblemCode } from '../../problem';
import type { Process } from '../../process/process';
import type { Deal } from '../deal';
import { dealOf } from '../entry';
import { parseFrontMatter } from '../../frontMatter/parse';
import type { Copy } from '../problems/hints';
import { problemsIn } from '../problems/problemsIn';
import { placed } from '../problems/placed';
import { readDeal } from '../readDeal';
import { resolveConflict } from './conflictFixes';
import {
  keepWhole,
  leaveOutAt,
  makeEntries,
  takeHash,
  takeSigns,
  writeNearYear,
  writeShare,
  writeThousands,
} from './doubtFixes';
import { keepAnchor } from './anchorFixes';
import { partItems } from './itemFixes';
import { keepOneKey } from './duplicateKeyFixes';
import { closeFrontMatter, moveFenceComment } from './fenceFixes';
import {
  nameCurrency,
  nameForecast,
  writeAmount,
  writeDate,
  writeFirstDay,
  writePercent,
  writeText,
  writeThisYear,
  bringChecklist,
  tickCriterion,
} from './fieldFixes';
import type { Fix, Fixer } from './fix';
import { meanIt, mendEntry, sortHistory, tellOutcome, tellStage } from './historyFixes';
import { inLogOr, writeLogDay, writeLogYear, writeTodoDay } from './logFixes';
import { moveFrontMatter, nameKey } from './nearFixes';
import {
  nameStatus,
  partOutcome,
  setCloseDate,
  setCloseDay,
  setLostReason,
  settleOutcome,
  settleCloseDay,
  settleReason,
} from './outcomeFixes';
import { nameStage, newAlias, type NewAlias } from './stageFixes';
import { raiseKeys } from './nestedFixes';
import { givePeriod, namePeriod, writeTerm } from './recurringFixes';
import { takeOut } from './takeOut';
import { mendLine, quoteColon, untab } from './textFixes';

/** The fixes of the first that has some. */
function firstOf(...fixers: readonly Fixer[]): Fixer {
  return broken => {
    for (const fixer of fixers) {
      const fixes = fixer(broken);
      if (fixes.length) return fixes;
    }
    return [];
  };
}

const FIXERS: Partial<Record<ProblemCode, Fixer>> = {
  'conflict-markers': resolveConflict,
  'unclosed-front-matter': closeFrontMatter,
  'foreign-front-matter': moveFenceComment,
  'invalid-yaml': firstOf(takeSigns, mendLine),
  'unquoted-colon': quoteColon,
  'tab-indentation': untab,
  'duplicate-key': keepOneKey,
  'not-a-map': mendLine,
  'misplaced-front-matter': broken => (broken.problem.at ? raiseKeys : moveFrontMatter)(broken),
  'near-key': nameKey,
  'cut-by-comment': keepWhole,
  'doubtful-date': inLogOr(writeLogYear, writeNearYear),
  'doubtful-value': writeThousands,
  'doubtful-probability': writeShare,
  'several-in-one': broken =>
    broken.problem.says.say === 'foldedItems' ? partItems(broken) : makeEntries(broken),
  'doubtful-name': leaveOutAt,
  'unknown-stage': firstOf(takeHash, nameStage),
  'stage-is-outcome': partOutcome,
  'unknown-status': firstOf(takeHash, nameStatus),
  'invalid-date': inLogOr(writeLogDay, writeDate),
  'invalid-value': writeAmount,
  'invalid-currency': nameCurrency,
  'unknown-currency': nameCurrency,
  'invalid-value-period': namePeriod,
  'invalid-term': writeTerm,
  'term-without-period': givePeriod,
  'invalid-probability': writePercent,
  'invalid-forecast': nameForecast,
  'invalid-text': firstOf(keepAnchor, writeText),
  'invalid-history': mendEntry,
  'history-order': sortHistory,
  'future-date': inLogOr(writeLogYear, writeThisYear),
  'created-late': writeFirstDay,
  'close-day-mismatch': settleCloseDay,
  'history-mismatch': tellStage,
  'history-outcome': tellOutcome,
  'open-with-outcome': settleOutcome,
  'won-with-lost-reason': settleReason,
  'no-close-day': setCloseDay,
  'no-lost-reason': setLostReason,
  'close-date-past': setCloseDate,
  'skipped-stage': meanIt,
  'step-back': meanIt,
  'won-early': meanIt,
  'missing-field': meanIt,
  'invalid-todo-date': writeTodoDay,
  'unmet-criterion': broken => [...tickCriterion(broken), ...bringChecklist(broken), ...meanIt(broken)],
};

/** A file as it is now, with what its fixes depend on. */
export interface Patient {
  readonly path: string;
  readonly text: string;
  readonly process: Process;
  readonly today: CalendarDate;
  /** Other deals that may be this one. */
  readonly alike: readonly Deal[];
  readonly copy?: Copy | undefined;
}

/** What is wrong with a text, with all places, and the ways out of each problem. */
export function diagnose({ path, text, process, today, alike, copy }: Patient): Diagnosis {
  const entry = readDeal(path, text, process);
  const problems = placed(text, problemsIn(entry, { process, today, alike, copy }), process);
  const parsed = parseFrontMatter(text, process.fields);
  const data = parsed.kind === 'found' ? parsed.data : {};
  const deal = dealOf(entry);
  return {
    problems,
    aliasFor: problem => newAlias({ text, problem, process, today, data, deal }),
    fixesOf: problem => {
      const broken = { text, problem, process, today, data, deal };
      const taken = takeOut(broken);
      return taken.length ? taken : (FIXERS[problem.code]?.(broken) ?? []);
    },
  };
}

export interface Diagnosis {
  readonly problems: readonly Problem[];
  readonly fixesOf: (problem: Problem) => readonly Fix[];
  /** What the team may take for a name of a stage, where the problem is that it is none. */
  readonly aliasFor: (problem: Problem) => NewAlias | undefined;
}

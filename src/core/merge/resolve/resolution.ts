import { conflictsIn, sidesOf, type Conflict } from '../../frontMatter/conflict';
import { STANDARD_NAMES, standardName, type KeyNames } from '../../frontMatter/keyNames';
import type { ThreeVersions } from '../lines/hunks';
import { applyEdits } from '../../textEdit';
import { mergeDeal } from '../mergeDeal';
import type { MergeConflict } from '../render';

/** What git keeps of a file that it could not merge. */
export interface UnmergedTexts {
  /** What both sides come from; none where both have made the file. */
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}

/** What is in question between the sides, and is answered by one of them. */
export interface MergeQuestion {
  readonly about: MergeConflict['about'];
  /** The keys of the front matter that it is about, as the file has them; none in the notes. */
  readonly keys: readonly string[];
  /** Which conflicts of the text it stands for. */
  readonly conflicts: readonly number[];
  /** The lines that each side has there. */
  readonly lines: ThreeVersions<readonly string[]>;
  /** Whether both may stay, one below the other. */
  readonly mayKeepBoth: boolean;
}

/** A text in conflict, merged again by what it says, and what of it is left for a person. */
export interface Resolution {
  /** With markers around what is in question. */
  readonly text: string;
  /** What git calls the sides, where it says that. */
  readonly labels: { readonly ours: string | undefined; readonly theirs: string | undefined };
  /** In the order of the text. None where nothing is in conflict after all. */
  readonly questions: readonly MergeQuestion[];
}

/** Where a deal stands and how it came there are one question: an outcome without its moves would contradict them. */
const STANDING: readonly string[] = ['stage', 'status', 'closed_on', 'lost_reason', 'lost_note', 'history'];

/**
 * Merges a text in conflict once more, by what it says: what a person has done to it since git left it stays.
 *
 * @param text as the file stands
 * @param kept what git keeps of it, if git still has it as not merged
 * @returns nothing where the text is in no conflict, or one of its sides is no deal that can be read
 */
export function resolutionOf(
  text: string,
  kept: UnmergedTexts | undefined,
  names: KeyNames = STANDARD_NAMES,
): Resolution | undefined {
  const sides = sidesOf(text);
  const found = sides && {
    versions: {
      // What markers have of it has all that the sides changed alike too, as if it had always been there.
      base: kept?.base ?? sides.base?.text ?? '',
      ours: sides.ours.text,
      theirs: sides.theirs.text,
    },
    labels: { ours: branchIn(sides.ours.label), theirs: branchIn(sides.theirs.label) },
  };
  const { versions, labels } = found ?? untouched(text, kept) ?? {};
  return versions && labels && resolutionBetween(versions, labels, names);
}

/**
 * Merges two versions of a deal by what they say; without a base, what is on one side only is on both in the end.
 *
 * @returns nothing where one of them is no deal that can be read
 */
export function resolutionBetween(
  versions: ThreeVersions<string>,
  labels: Resolution['labels'],
  names: KeyNames = STANDARD_NAMES,
): Resolution | undefined {
  const markers = {
    labels: { base: 'base', ours: labels.ours ?? 'ours', theirs: labels.theirs ?? 'theirs' },
  };
  const merged = mergeDeal(versions, { names, markers });
  if (merged.kind !== 'merged') return undefined;
  const questions = questionsOf(merged.conflicts, names);
  // The notes may quote a marker; then we can't tell which lines belong to the conflict.
  return conflictsIn(merged.text).length === merged.conflicts.length
    ? { text: merged.text, labels, questions }
    : undefined;
}

/** What a question is answered with. */
export type MergeAnswer = 'ours' | 'theirs' | 'both';

/** In the order of the questions; where there is none, the question is open. */
export type MergeAnswers = readonly (MergeAnswer | undefined)[];

/** The text with what the answers leave of each question; where one is open, the markers stay. */
export function answered(resolution: Resolution, answers: MergeAnswers): string {
  return filled(resolution, (question, sides) => takenBy(answers[question], sides));
}

/** Three texts that differ in nothing but what is open, for whoever goes on with another program. */
export function leftOpen(resolution: Resolution, answers: MergeAnswers): ThreeVersions<string> {
  const { text, questions } = resolution;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const versionWith = (open: (question: number, sides: Conflict) => string) =>
    filled(resolution, (question, sides) => takenBy(answers[question], sides) ?? open(question, sides));
  return {
    base: versionWith(question => questions[question]!.lines.base.map(line => line + end).join('')),
    ours: versionWith((_, { ours }) => ours.text),
    theirs: versionWith((_, { theirs }) => theirs.text),
  };
}

function takenBy(answer: MergeAnswer | undefined, { ours, theirs }: Conflict): string | undefined {
  return answer && { ours: ours.text, theirs: theirs.text, both: ours.text + theirs.text }[answer];
}

/** @param fill what stands in a conflict's place, by its question; where that is nothing, it stays */
function filled(
  { text, questions }: Resolution,
  fill: (question: number, conflict: Conflict) => string | undefined,
): string {
  const edits = conflictsIn(text).flatMap((conflict, at) => {
    const question = questions.findIndex(({ conflicts }) => conflicts.includes(at));
    const kept = question < 0 ? undefined : fill(question, conflict);
    return kept === undefined ? [] : [{ start: conflict.start, end: conflict.end, text: kept }];
  });
  return applyEdits(text, edits);
}

/** A driver that could not be run leaves one side without a word: then what git keeps says what was to be merged. */
function untouched(
  text: string,
  kept: UnmergedTexts | undefined,
): { readonly versions: ThreeVersions<string>; readonly labels: Resolution['labels'] } | undefined {
  if (!kept || (text !== kept.ours && text !== kept.theirs)) return undefined;
  return {
    versions: { ...kept, base: kept.base ?? '' },
    labels: { ours: undefined, theirs: undefined },
  };
}

function questionsOf(conflicts: readonly MergeConflict[], names: KeyNames): MergeQuestion[] {
  const questions: MergeQuestion[] = [];
  let standing: MergeQuestion | undefined;
  for (const [at, { about, keys, lines }] of conflicts.entries()) {
    const isOfFields = about === 'fields' || (about === 'lines' && keys.length > 0);
    const one: MergeQuestion = {
      ...{ about, keys, conflicts: [at] },
      lines,
      mayKeepBoth: !isOfFields && lines.ours.length > 0 && lines.theirs.length > 0,
    };
    if (!keys.some(key => isStanding(standardName(names, key)))) questions.push(one);
    else if (!standing) questions.push((standing = { ...one, mayKeepBoth: false }));
    else {
      const joined = together(standing, one);
      questions[questions.indexOf(standing)] = joined;
      standing = joined;
    }
  }
  return questions;
}

function isStanding(key: string | undefined): boolean {
  return key !== undefined && STANDING.includes(key);
}

function together(one: MergeQuestion, other: MergeQuestion): MergeQuestion {
  return {
    ...one,
    keys: [...one.keys, ...other.keys],
    conflicts: [...one.conflicts, ...other.conflicts],
    lines: {
      base: [...one.lines.base, ...other.lines.base],
      ours: [...one.lines.ours, ...other.lines.ours],
      theirs: [...one.lines.theirs, ...other.lines.theirs],
    },
  };
}

/** Without what our markers say behind it: no name of a branch has a colon. */
function branchIn(label: string | undefined): string | undefined {
  return label?.replace(/: .*$/s, '');
}

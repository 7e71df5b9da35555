import { markOf } from '../byteOrderMark';
import { fits } from '../deal/near/fits';
import { sameKey } from '../deal/near/nearKeys';
import { newlineOf } from '../deal/fixes/textFixes';
import { isField, type Field } from '../fields/table';
import { cutFrontMatter } from '../frontMatter/cut';
import { isSame } from '../frontMatter/edit/proof';
import { bracketsIn, fieldLines, type FieldLine } from '../frontMatter/inlineFields';
import { ownName, standardName } from '../frontMatter/keyNames';
import { linesIn } from '../frontMatter/noteLines';
import { parseFrontMatter, type Data } from '../frontMatter/parse';
import type { Process } from '../process/process';
import { mapStages } from '../intake/mapStages';
import { applyEdits, replacing, type TextEdit } from '../textEdit';
import { fieldMeant, mayMeanStage } from './meantKeys';

/** What lines of a note say that could stand in its front matter. */
export interface InlineNote {
  /** By the keys that they would have there. */
  readonly data: Data;
  /** The same by the keys that the lines have. */
  readonly written: Data;
  /** Moves them into the front matter; none where nothing can be moved, or what comes out isn't read as it was meant. */
  readonly edits: readonly TextEdit[];
  /** Fields stand within sentences, too, `[stage:: proposal]`: these can't be moved without taking words from one. */
  readonly staysInSentences: boolean;
}

/** A line of a field with the key that it would have in the front matter. */
interface MovedLine extends FieldLine {
  readonly as: string;
}

/**
 * The fields that stand as lines of a note: with a stage among them; or any that its front matter lacks, where that has a stage.
 *
 * @param process the names that notes have for fields
 */
export function readInline(text: string, process: Process): InlineNote | undefined {
  const cut = cutFrontMatter(text, process.fields);
  const before = cut.kind === 'none' ? {} : saidIn(text);
  if (cut.kind === 'refused' || !before) return undefined;
  const from = cut.kind === 'found' ? cut.frontMatter.bodyStart : markOf(text).length;
  const said = new Set(Object.keys(before));
  const hasStage = [...said].some(key => meaning(key, process) === 'stage');
  const means = (key: string, value: string) => {
    const field = meaning(key, process);
    if (field === undefined || said.has(ownName(process.fields, field)) || !value) return false;
    return field === 'stage' ? !hasStage : fits(value, field, process);
  };
  const isStage = (key: string) => meaning(key, process) === 'stage';
  // A note may well begin with “Phase: alpha”.
  const isKnownStage = (key: string, value: string) =>
    !hasStage && isStage(key) && mapStages([value], undefined, process)[0]!.how !== 'spread';
  const body = text.slice(from);
  const blocks = fieldLines(body, { means, isStage: isKnownStage, isSecond: cut.kind === 'found' });
  const inSentences = bracketsIn(body).filter(({ key, value }) => means(key, value));
  const isDeal = hasStage || [...blocks.flat(), ...inSentences].some(({ key }) => isStage(key));
  if (!isDeal || (!blocks.length && !inSentences.length)) return undefined;
  const moved = blocks.flatMap(block => movedOf(block, said, process));
  const yaml = moved.flatMap(({ as, yaml }) => (as ? [`${as}:${yaml && ` ${yaml}`}`] : []));
  const edits = replacing(text, withMoved(text, from, moved, yaml));
  const data = parsedLines(yaml);
  const asWritten = moved.flatMap(({ key, yaml }) => (key ? [`${key}:${yaml && ` ${yaml}`}`] : []));
  const after = saidIn(applyEdits(text, edits));
  const isProved = data !== undefined && after !== undefined && isSame(after, { ...before, ...data });
  return {
    data: isProved ? data : {},
    written: parsedLines(asWritten) ?? {},
    edits: isProved && yaml.length ? edits : [],
    staysInSentences: inSentences.length > 0,
  };
}

function saidIn(text: string): Data | undefined {
  const parsed = parseFrontMatter(text);
  return parsed.kind === 'found' ? parsed.data : undefined;
}

function parsedLines(yaml: readonly string[]): Data | undefined {
  return yaml.length ? saidIn(`---\n${yaml.join('\n')}\n---\n`) : {};
}

/** The field that a key means: by its name here, by one that differs in case or joints alone, or by one that people use. */
function meaning(key: string, process: Process): Field | undefined {
  const same = sameKey(key, process) ?? key;
  const own = standardName(process.fields, same);
  if (own !== undefined && isField(own)) return own;
  return mayMeanStage(key) ? 'stage' : fieldMeant(key);
}

/** Those of a block that can be moved: a key that is there already keeps its line, as either of the two could be right. */
function movedOf(block: readonly FieldLine[], said: Set<string>, process: Process): MovedLine[] {
  return block.flatMap(line => {
    if (!line.key) return [{ ...line, as: '' }];
    const field = meaning(line.key, process);
    const isMeant = field && (field === 'stage' || fits(line.value, field, process));
    const own = isMeant ? ownName(process.fields, field) : undefined;
    const as = [own, line.key].find(key => key !== undefined && !said.has(key));
    if (as === undefined) return [];
    said.add(as);
    return [{ ...line, as }];
  });
}

/** The text with these lines in its front matter instead of its notes. */
function withMoved(text: string, from: number, moved: readonly MovedLine[], yaml: readonly string[]): string {
  const newline = newlineOf(text);
  const lines = yaml.map(line => line + newline).join('');
  const fence = `---${newline}`;
  const cut = cutFrontMatter(text);
  const notes = withoutLines(text.slice(from), new Set(moved.map(({ start }) => start)));
  if (cut.kind !== 'found')
    return text.slice(0, from) + fence + lines + fence + notes.replace(/^(?:[ \t]*\r?\n)+/, '');
  const { end } = cut.frontMatter;
  return text.slice(0, end) + lines + text.slice(end, from) + notes;
}

/** Of two blank lines between which lines are gone, one stays, and none at the very start. */
function withoutLines(body: string, out: ReadonlySet<number>): string {
  let isGap = false;
  let isBlankBefore = true;
  const kept = linesIn(body).filter(({ start, words }) => {
    if (out.has(start)) {
      isGap = true;
      return false;
    }
    const stays = words !== '' || !isGap || !isBlankBefore;
    isGap = false;
    isBlankBefore = words === '';
    return stays;
  });
  return kept.map(({ start, end }) => body.slice(start, end)).join('');
}

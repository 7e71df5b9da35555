import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { markOf, withoutMark } from '../byteOrderMark';
import { renderScalar } from '../frontMatter/edit/scalar';
import { contentEnd, isNull } from '../frontMatter/edit/source';
import { isSame } from '../frontMatter/edit/proof';
import { refuse, type Refusal } from '../refusal';
import { applyEdits, shiftEdits, type TextEdit } from '../textEdit';
import { DEFAULT_PROCESS, findStage } from './process';
import { PROCESS_FILE, readProcess } from './processFile';
import { say } from './say';
import type { StageId } from './stages';

/** One more name under which deal files may speak of a stage. */
export interface Alias {
  readonly stage: StageId;
  readonly name: string;
}

/** The edits that teach a `sales-process.yaml` an alias; all else in it stays, to the byte. */
export interface AliasAdded {
  readonly ok: true;
  readonly edited: { readonly edits: readonly TextEdit[]; readonly text: string };
}

/** Adds an alias to a stage of a process file; refused where the file cannot be read, or would say anything else besides. */
export function addAlias(text: string, alias: Alias): AliasAdded | Refusal {
  const mark = markOf(text);
  const yaml = text.slice(mark.length);
  const edit = editFor(yaml, alias);
  const edits = edit && shiftEdits([edit], mark.length);
  const after = edits && applyEdits(text, edits);
  if (!edits || after === undefined || !isProved(text, after, alias))
    return refuse(say('aliasByHand', { ...alias, file: PROCESS_FILE }));
  return { ok: true, edited: { edits, text: after } };
}

const COMMENTS = /(?<=^|\s)#.*/gm;

/** The process is the same but for the alias, and no comment is lost. */
function isProved(before: string, after: string, { stage, name }: Alias): boolean {
  const [was, is] = [readProcess(before), readProcess(after)];
  if (is.process.unknownRules || is.problems.length > was.problems.length) return false;
  const others = (text: string) => {
    const data = parseDocument(withoutMark(text)).toJS() as Record<string, unknown> | null;
    return { ...data, stages: undefined };
  };
  const withAlias = was.process.stages.map(one =>
    one.id === stage ? { ...one, aliases: [...one.aliases, name] } : one,
  );
  return (
    findStage(is.process, name) === stage &&
    isSame(is.process.stages, withAlias) &&
    isSame(others(after), others(before)) &&
    isSame(after.match(COMMENTS) ?? [], before.match(COMMENTS) ?? [])
  );
}

function editFor(yaml: string, { stage, name }: Alias): TextEdit | undefined {
  const document: Document = parseDocument(yaml);
  const root = document.contents;
  if (document.errors.length || (root !== null && !isNull(root) && !isMap(root))) return undefined;
  const newline = yaml.includes('\r\n') ? '\r\n' : '\n';
  const written = renderScalar(name);
  const stages = isMap(root) ? pairOf(root, key => key === 'stages') : undefined;
  if (!stages) {
    if (isMap(root) && root.flow) return undefined;
    const gap = yaml === '' || yaml.endsWith('\n') ? '' : newline;
    const text = gap + ['stages:', `  ${stage}:`, `    aliases: [${written}]`, ''].join(newline);
    return { start: yaml.length, end: yaml.length, text };
  }
  if (!isMap(stages.value)) return undefined;
  const own = pairOf(stages.value, key => findStage(DEFAULT_PROCESS, key) === stage);
  if (!own) return intoMap(yaml, stages.value, [`${stage}:`, `aliases: [${written}]`], newline);
  if (!isMap(own.value)) return undefined;
  const aliases = pairOf(own.value, key => key === 'aliases');
  if (!aliases) return intoMap(yaml, own.value, [`aliases: [${written}]`], newline);
  return intoNames(yaml, aliases.value as Node | null, written, newline);
}

function pairOf(map: YAMLMap, isIt: (key: string) => boolean): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && isIt(String(key.value)));
}

/** A key before the first one of a map. */
export function intoMap(
  yaml: string,
  map: YAMLMap,
  lines: readonly string[],
  newline: string,
): TextEdit | undefined {
  const start = map.range![0];
  if (map.flow) {
    const inside = lines.length > 1 ? `${lines[0]!} {${lines[1]!}}` : lines[0]!;
    return { start: start + 1, end: start + 1, text: map.items.length ? `${inside}, ` : inside };
  }
  const indent = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start);
  if (indent.trim()) return undefined;
  const text = lines.join(`${newline}${indent}  `) + newline + indent;
  return { start, end: start, text };
}

/** One more name in a list. */
function intoNames(yaml: string, names: Node | null, written: string, newline: string): TextEdit | undefined {
  if (!isSeq(names)) return undefined;
  const last = names.items.at(-1) as Node | undefined;
  if (names.flow) {
    const at = last?.range?.[1] ?? names.range![0] + 1;
    return { start: at, end: at, text: last ? `, ${written}` : written };
  }
  const end = last && contentEnd(last);
  const first = (names.items[0] as Node | undefined)?.range?.[0];
  if (end === undefined || first === undefined) return undefined;
  const line = yaml.lastIndexOf('\n', first - 1) + 1;
  return { start: end, end, text: `${newline}${yaml.slice(line, first)}${written}` };
}

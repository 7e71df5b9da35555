import { isMap, LineCounter, type Node } from 'yaml';
import { keyName, parseYamlText } from '../frontMatter/yamlText';
import { DEFAULT_PROCESS, findStage } from './process';
import type { StageId } from './stages';

/**
 * The line, counted from 1, on which a `sales-process.yaml` begins to tell of a stage; `undefined` where it does not. A
 * text with mistakes in it is read as far as it makes sense.
 */
export function stageLine(text: string, stage: StageId): number | undefined {
  const lineCounter = new LineCounter();
  const root = parseYamlText(text, { lineCounter })?.document.contents;
  if (!isMap(root)) return undefined;
  const stages = root.items.find(pair => keyName(pair) === 'stages')?.value;
  if (!isMap(stages)) return undefined;
  const pair = stages.items.find(one => findStage(DEFAULT_PROCESS, keyName(one) ?? '') === stage);
  const { range } = (pair?.key ?? {}) as Node;
  return range ? lineCounter.linePos(range[0]).line : undefined;
}

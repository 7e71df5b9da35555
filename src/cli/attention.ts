import { join } from 'node:path';
import type { CalendarDate } from '../core/calendar';
import { needsAttention } from '../core/deal/entry';
import type { AttentionJson } from '../core/exchange/json/schema/today';
import { readText } from '../files/disk/disk';
import { sentence, sentenceOf } from '../words/sentence';
import type { PipelineOnDisk } from './pipeline';
import { reportWords } from '../words/report';

/** The files that can't be read as deals, each with why and with the likeliest way out. */
export async function filesToFix(
  { folder, pipeline }: PipelineOnDisk,
  today: CalendarDate,
): Promise<AttentionJson[]> {
  const entries = pipeline.group('attention').filter(needsAttention);
  if (!entries.length) return [];
  // Not at the start: every other call would wait for it.
  const { diagnose } = await import('../core/deal/fixes/fixes');
  return entries.map(({ path, problem: { code, line, says } }) => {
    const read = readText(folder, path);
    const { process } = pipeline;
    const found = 'text' in read ? diagnose({ path, text: read.text, process, today, alike: [] }) : undefined;
    const same = found?.problems.find(one => one.code === code);
    const fixes = (same && found?.fixesOf(same)) ?? [];
    const fix = fixes.find(({ isPreferred }) => isPreferred) ?? fixes[0];
    return { path, line, code, message: sentenceOf({ says }), fix: fix ? sentence(fix.says) : null };
  });
}

/** As `check` names them, with the way out below each. */
export function filesToFixAsText(files: readonly AttentionJson[], root: string): string[] {
  const words = reportWords('en').today;
  return files.flatMap(({ path, line, message, fix }) => [
    `  ${join(root, path)}:${line}: ${message}`,
    ...(fix === null ? [] : [`    ${words.fix(fix)}`]),
  ]);
}

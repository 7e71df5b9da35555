import { behindCode, lastTicks, type LastTicks } from './code';
import { isEscape } from './target';

/** Words of Markdown as a reader sees them: without the backslashes that make text of the sign behind them. What stands in code keeps its own. */
export function withoutEscapes(words: string): string {
  if (!words.includes('\\')) return words;
  let ticks: LastTicks | undefined;
  let said = '';
  for (let at = 0; at < words.length;) {
    if (words[at] === '`') {
      const behind = behindCode(words, at, (ticks ??= lastTicks(words)));
      said += words.slice(at, behind);
      at = behind;
    } else {
      if (isEscape(words, at)) at++;
      said += words[at++];
    }
  }
  return said;
}

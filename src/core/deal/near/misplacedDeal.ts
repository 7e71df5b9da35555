import { ownName } from '../../frontMatter/keyNames';
import { misplacedFrontMatter } from '../../frontMatter/misplaced';
import { parseFrontMatter } from '../../frontMatter/parse';
import { error, type Problem } from '../../problem';
import type { Process } from '../../process/process';
import { DEAL_KEY } from '../problems/placed';
import { say } from '../say';
import { fits } from './fits';
import { nearStage } from './nearKeys';

/**
 * What hides a deal whose front matter does not stand where one is read.
 *
 * @param from where the notes begin
 */
export function misplacedDeal(text: string, from: number, process: Process): Problem | undefined {
  const misplaced = misplacedFrontMatter(text, from, ownName(process.fields, DEAL_KEY));
  if (!misplaced) return undefined;
  const { where, line, yaml } = misplaced;
  const problem = error('misplaced-front-matter', say('misplaced', { where }), line);
  const parsed = parseFrontMatter(`---\n${yaml}---\n`, process.fields);
  if (parsed.kind === 'refused') return where === 'unfenced' || where === 'code' ? undefined : problem;
  if (parsed.kind === 'none') return undefined;
  const { data } = parsed;
  const isStage = Object.hasOwn(data, DEAL_KEY) || nearStage(parsed, process) !== undefined;
  // Notes may have a line with a colon.
  const isMeant = where !== 'unfenced' || fits(data[DEAL_KEY], DEAL_KEY, process);
  return isStage && isMeant ? problem : undefined;
}

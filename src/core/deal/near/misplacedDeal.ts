import { ownName } from '../../frontMatter/keyNames';
import { misplacedFrontMatter } from '../../frontMatter/misplaced';
import { parseFrontMatter } from '../../frontMatter/parse';
import { error, type Problem } from '../../problem';
import { findStage, type Process } from '../../process/process';
import { DEAL_KEY } from '../problems/placed';
import { say } from '../say';
import { fits } from './fits';
import { nearStage } from './nearStage';

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
  const isNotes = where === 'unfenced' || where === 'inline';
  if (parsed.kind === 'refused') return isNotes || where === 'code' ? undefined : problem;
  if (parsed.kind === 'none') return undefined;
  const { data } = parsed;
  const key = Object.hasOwn(data, DEAL_KEY) ? DEAL_KEY : nearStage(parsed, process)?.at?.[0];
  if (key === undefined) return undefined;
  // Notes may have a line with a colon.
  const value = data[key];
  const isMeant =
    where === 'inline'
      ? typeof value === 'string' && findStage(process, value) !== undefined
      : where !== 'unfenced' || fits(value, DEAL_KEY, process);
  return isMeant ? problem : undefined;
}

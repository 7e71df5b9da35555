import { normaliseName, findStage, type Process } from './process';
import { STAGE_IDS, type StageId } from './stages';
import { suggestions } from '../suggest';

/** The stages that a person may have meant by what is the name of none, the likeliest first. */
export function meantStages(written: unknown, process: Process): StageId[] {
  // Some number their stages.
  if (typeof written === 'number') return STAGE_IDS.filter((_, at) => at + 1 === written);
  if (typeof written !== 'string') return [];
  const near = nearStages(written, process);
  return near.length ? near : stagesNamedIn(written, process);
}

/** The stages of which a text is nearly the name, the nearest first. */
export function nearStages(written: string, process: Process): StageId[] {
  const near = suggestions(normaliseName(written), [...process.stageByName.keys()]);
  return [...new Set(near.map(name => findStage(process, name)!))];
}

/** The stages that are named within a longer text, in its order: `Proposal/Negotiation`, `proposal sent`. */
export function stagesNamedIn(written: string, process: Process): StageId[] {
  const text = normaliseName(written);
  const named = [...process.stageByName]
    .map(([name, stage]) => ({ name, stage, at: placeOfWords(text, name) }))
    .filter(({ at }) => at >= 0);
  // `needs analysis` is not also `analysis`, if that is a name of another.
  const isWithin = ({ name, at }: (typeof named)[number]) =>
    named.some(
      other =>
        other.name.length > name.length && at >= other.at && at + name.length <= other.at + other.name.length,
    );
  const whole = named.filter(one => !isWithin(one)).sort((a, b) => a.at - b.at);
  return [...new Set(whole.map(({ stage }) => stage))];
}

/** Where words stand in a text as words of it; -1 where they do not. */
function placeOfWords(text: string, words: string): number {
  const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{M}\p{N}]/u.test(char);
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) return at;
  return -1;
}

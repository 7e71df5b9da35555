import { outcomesCalled } from '../deal/statusNames';
import { foldName } from './heads';

type Outcome = 'won' | 'lost';

/** What many teams and systems call the two, in their languages. */
const WON =
  'won closedwon gewonnen gagne gagnee ganado ganada ganho ganha vinta vinto vunnen vunnet wygrana wygrany voidetud';
const LOST =
  'lost closedlost verloren perdu perdue perdido perdida perso persa forlorad tabt tapt przegrana przegrany kaotatud';
/** Stages with which a deal is over, too. */
const [OVER_WON, OVER_LOST] = [
  'signed customer converted auftrag auftragerteilt auftragerhalten beauftragt unterschrieben signe signee firmado firmada',
  [
    'disqualified dead churned closedlosttocompetition abandoned cancelled canceled rejected unqualified duplicate',
    'abgesagt storniert abgelehnt abgebrochen duplikat dublette annule annulee abandonne abandonnee refuse refusee doublon',
    'anulado anulada cancelado cancelada rechazado rechazada descartado descartada duplicado duplicada',
  ].join(' '),
];

function wordsOf(words: readonly [won: string, lost: string]): ReadonlyMap<string, Outcome> {
  const [won, lost] = words.map(some => some.split(' ')) as [string[], string[]];
  return new Map([...won.map(word => [word, 'won'] as const), ...lost.map(word => [word, 'lost'] as const)]);
}

const NAMES = wordsOf([WON, LOST]);
/** With a reason behind them: `Dead - no budget`. */
const BEGINNINGS = wordsOf([WON, `${LOST} ${OVER_LOST}`]);
const ALL = wordsOf([`${WON} ${OVER_WON}`, `${LOST} ${OVER_LOST}`]);

/** How a deal has ended by the name of its stage, and what the name says besides. */
export interface OutcomeSaid {
  readonly outcome: Outcome;
  /** `Price` in `Lost - Price`. */
  readonly behind?: string;
  /** `Renewal` in `Renewal: Won`. */
  readonly before?: string;
}

/** How a deal has ended by a name, whatever its pictures and language; nothing where it is still open, or that is not known. */
export function outcomeNamed(name: string): Outcome | undefined {
  return outcomeSaid(name)?.outcome;
}

/** The same with what the name says besides: `Closed Lost (no budget)`, `Renewal: Won`, `Verloren wegen Preis`. */
export function outcomeSaid(name: string): OutcomeSaid | undefined {
  const parts = partsOf(name, LOOSE);
  const said = atStart(partsOf(name, TIGHT)) ?? atEnd(parts) ?? inWords(parts.join(' '));
  if (said) return namesBoth(name) ? undefined : said;
  const outcome = wholly(name);
  return outcome && { outcome };
}

function wholly(name: string): Outcome | undefined {
  const [outcome, other] = outcomesCalled(name.replace(/[^\p{L}\p{N}\s-]+/gu, ' '));
  return outcome && !other ? outcome : ALL.get(foldName(name));
}

/** What stands between an outcome and what is said of it. */
const LOOSE = /\s+-+\s+|[–—:|/>,;()[\]]+/u;
const TIGHT = /[-–—:|/>,;()[\]_]+/u;

/** Without numbers: stages are often counted, or have their probability. */
function partsOf(name: string, between: RegExp): readonly string[] {
  return name
    .replace(/^\s*\d{1,3}\s*[.%]?(?=[\s\p{L}\-–—:])/u, '')
    .split(between)
    .map(part => part.trim())
    .filter(part => /\p{L}/u.test(part));
}

function atStart(parts: readonly string[]): OutcomeSaid | undefined {
  for (const count of [2, 1]) {
    const outcome = parts.length > count && BEGINNINGS.get(foldName(parts.slice(0, count).join(' ')));
    if (outcome) return { outcome, behind: parts.slice(count).join(', ') };
  }
  return undefined;
}

function atEnd(parts: readonly string[]): OutcomeSaid | undefined {
  for (const count of [2, 1]) {
    const outcome = parts.length >= count && NAMES.get(foldName(parts.slice(-count).join(' ')));
    const before = parts.slice(0, -count).join(', ');
    if (outcome) return { outcome, ...(before && { before }) };
  }
  return undefined;
}

/** Without a sign between only where nothing else can be meant: `Lost contact` is no reason. */
const [CLOSED, BECAUSE] = [
  /^closed (won|lost) (?:(?:to|due to|because of|with) )?(.+)$/i,
  /^(lost|verloren|perdue?|perdid[oa]|pers[oa])\s+(?:to|due to|because(?: of)?|wegen|wg\.?|an|durch|à cause d['’eu]+|contre|por|contra|per)\s+(.+)$/iu,
];

function inWords(name: string): OutcomeSaid | undefined {
  const [, word, behind = ''] = CLOSED!.exec(name) ?? BECAUSE!.exec(name) ?? [];
  const outcome = word && NAMES.get(foldName(word));
  return outcome ? { outcome, behind } : undefined;
}

/** The outcome that a word is, as `foldName` makes it, and nothing beside it. */
export function outcomeOnly(word: string): Outcome | undefined {
  return NAMES.get(word);
}

/** `Won/Lost` is neither. */
export function namesBoth(text: string): boolean {
  const outcomes = text.split(/[^\p{L}]+/u).map(word => NAMES.get(foldName(word)));
  return outcomes.includes('won') && outcomes.includes('lost');
}

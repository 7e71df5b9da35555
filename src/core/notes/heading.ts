import { nameInLink } from './linkedNote';
import type { Heading, Notes } from './notes';

/** How far down a heading may stand to be that of the whole file. */
const NEAR = 2000;

/** The first heading of the first level, if it is near the top. */
export function firstHeading({ headings, start }: Notes): Heading | undefined {
  const first = headings.find(({ level, title }) => level === 1 && title);
  return first && isNearTop(first.start, start) ? first : undefined;
}

/** Whether a heading may be that of the whole file, by where it and the notes begin. */
export function isNearTop(heading: number, notes: number): boolean {
  return heading < notes + NEAR;
}

/** No heading of ours is longer. */
const LONGEST = 300;

/** What people and their editors put before the words of a heading: emphasis, a symbol, a number. */
const BEFORE = /^(?:[*_`~\s]|\p{Extended_Pictographic}|[\uFE0F\u200D])+/u;
const NUMBER = /^(?:(?:stage|step) +)?\d{1,3}(?:\/\d{1,3})?(?: *[.):\u2013\u2014-] *| +)(?=\S)/i;
/** What they put behind them: a colon, a mark, tags, ids of blocks and of headings. */
const BEHIND =
  /(?:[*_`~\s:\uFF1A]|[\p{Extended_Pictographic}\u2713]|[\uFE0F\u200D]|(?<=\s)(?:#[^\s#]+|\^[\w-]+|\{#[^\s{}]*\})(?=\s|$))+$/u;
/** A remark behind them, which may be a part of the name: `Proposal (done)`. */
const REMARK = /\s(?:\([^()]*\)|\[[^[\]]*\])$/;

/** Links, of which the words count, and of one between notes that has none the name of the note: `[[Stages/Proposal#Now]]`. */
const LINKS =
  /!?\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]|\[((?:[^[\]\\]|\\.)+)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/gu;

function withoutLinks(title: string): string {
  return title.replace(LINKS, (_, note?: string, alias?: string, words?: string) => {
    return note === undefined ? (words ?? '') : nameInLink(note, alias);
  });
}

/** What a heading says, as it may be meant: whole, and without the number before it or a remark behind it. `**4. Proposal:**` says `4. Proposal` and `Proposal`. */
export function namesInHeading(title: string): readonly string[] {
  if (title.length > LONGEST) return [];
  const name = withoutLinks(title).replace(BEFORE, '').replace(BEHIND, '');
  const short = name.replace(REMARK, '').replace(BEHIND, '');
  const names = [name, short].flatMap(one => [one, one.replace(NUMBER, '').replace(BEFORE, '')]);
  return [...new Set(names)];
}

import { behindCode, lastTicks, type LastTicks } from './code';
import { endOfLabel, labelName } from './definitions';
import { TAG } from './htmlBlock';
import { behindBlanks, behindTitle, isEscape, targetAt, type LinkTarget } from './target';

/**
 * The targets of the links and images in words that Markdown reads in one go, as
 * https://spec.commonmark.org/0.31.2/#links has it. What stands in code is none.
 *
 * @param isLabel whether a label, as it is compared, has a definition: `[label]` alone is a link then
 */
export function targetsIn(words: string, isLabel: (label: string) => boolean): LinkTarget[] {
  return new InlineReader(words, isLabel).read();
}

/** `[` or `![`, before anybody knows whether it begins a link. */
interface Bracket {
  readonly at: number;
  readonly isImage: boolean;
  /** How many targets there were before it. */
  readonly targets: number;
}

const AUTOLINK =
  /<(?:[a-z][a-z\d+.-]{1,31}:[^<>\0- ]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*)>/iy;
/** What stands in other HTML than tags: from and to. */
const OTHER_HTML = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
] as const;

class InlineReader {
  private readonly targets: LinkTarget[] = [];
  private readonly brackets: Bracket[] = [];
  /** Before it, no bracket begins a link, since there is one within. */
  private firstLink = 0;
  /** The last place of ends of other HTML than tags. */
  private readonly lastPlaces = new Map<string, number>();
  private ticks: LastTicks | undefined;

  constructor(
    private readonly words: string,
    private readonly isLabel: (label: string) => boolean,
  ) {}

  read(): LinkTarget[] {
    const { words } = this;
    for (let at = 0; at < words.length;) at = this.readAt(at);
    return this.targets;
  }

  /** Reads what is here, and answers with what is behind it. */
  private readAt(at: number): number {
    const { words } = this;
    switch (words[at]) {
      case '\\':
        return isEscape(words, at) ? at + 2 : at + 1;
      case '`':
        return behindCode(words, at, (this.ticks ??= lastTicks(words)));
      case '<':
        return this.behindHtml(at) ?? at + 1;
      case '!':
        if (words[at + 1] !== '[') return at + 1;
        this.open(at + 1, true);
        return at + 2;
      case '[':
        this.open(at, false);
        return at + 1;
      case ']':
        return this.close(at);
    }
    return at + 1;
  }

  private open(at: number, isImage: boolean): void {
    this.brackets.push({ at, isImage, targets: this.targets.length });
  }

  private behindHtml(start: number): number | undefined {
    const { words } = this;
    for (const pattern of [AUTOLINK, TAG]) {
      pattern.lastIndex = start;
      if (pattern.test(words)) return pattern.lastIndex;
    }
    const kind = OTHER_HTML.find(([begin]) => words.startsWith(begin, start));
    if (!kind) return undefined;
    const [begin, end] = kind;
    if (begin === '<!' && !/[a-z]/i.test(words[start + 2] ?? '')) return undefined;
    if (begin === '<!--') {
      const short = /-?>/y;
      short.lastIndex = start + begin.length;
      if (short.test(words)) return short.lastIndex;
    }
    if (!this.isBefore(start + begin.length, end)) return undefined;
    return words.indexOf(end, start + begin.length) + end.length;
  }

  private isBefore(at: number, end: string): boolean {
    let last = this.lastPlaces.get(end);
    if (last === undefined) this.lastPlaces.set(end, (last = this.words.lastIndexOf(end)));
    return at <= last;
  }

  /** A `]`: the end of a link, if the bracket before it begins one. */
  private close(at: number): number {
    const bracket = this.brackets.pop();
    const isOver = bracket && !bracket.isImage && bracket.at < this.firstLink;
    if (!bracket || isOver) return at + 1;
    const within = this.targets.length;
    const behind = this.inline(at + 1) ?? this.reference(bracket, at);
    if (behind === undefined) return at + 1;
    // No link stands in another one, and what would be one in the words of an image is text.
    if (!bracket.isImage) this.firstLink = bracket.at;
    else this.targets.splice(bracket.targets, within - bracket.targets);
    return behind;
  }

  /** `(target "title")` here. */
  private inline(at: number): number | undefined {
    const { words } = this;
    if (words[at] !== '(') return undefined;
    const found = targetAt(words, behindBlanks(words, at + 1));
    if (!found) return undefined;
    let end = behindBlanks(words, found.behind);
    const title = end > found.behind ? behindTitle(words, end) : undefined;
    if (title !== undefined) end = behindBlanks(words, title);
    if (words[end] !== ')') return undefined;
    this.targets.push(found.target);
    return end + 1;
  }

  /** `[words][label]`, `[label][]` or `[label]`: the target stands in the definition. */
  private reference({ at: start }: Bracket, close: number): number | undefined {
    const { words } = this;
    const end = endOfLabel(words, close + 1);
    const isOther = end !== undefined && end > close + 3;
    const from = isOther ? close + 1 : start;
    const own = endOfLabel(words, from);
    if (own !== (isOther ? end : close + 1)) return undefined;
    if (!this.isLabel(labelName(words.slice(from + 1, own! - 1)))) return undefined;
    return end ?? close + 1;
  }
}

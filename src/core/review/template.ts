import { withoutMark } from '../byteOrderMark';
import { plainText } from '../escape';
import { warning, type Problem } from '../problem';
import { rememberedByName } from '../remember';
import { suggest } from '../suggest';
import { say } from './say';

/** In the pipeline's folder: a file whose name begins so is never a deal. */
export const REVIEW_TEMPLATE = '_review.md';

/** What stands in the place of `{{name}}`; the first three are a few words, the others are lines of their own. */
export const REVIEW_PARTS = [
  ...(['title', 'since', 'today'] as const),
  ...(['won', 'lost', 'new', 'moved', 'pushed', 'changed', 'logged'] as const),
  ...(['due', 'stuck', 'forecast', 'owners'] as const),
] as const;
export type ReviewPart = (typeof REVIEW_PARTS)[number];

/** A template with its parts filled in. */
export interface Filled {
  readonly text: string;
  /** Names that no part has, which stay as they are. */
  readonly problems: readonly Problem[];
}

const PLACEHOLDER = /\{\{([^{}\r\n]*)\}\}/g;
/** As much of a name as is told. */
const LONGEST_TOLD = 60;

/**
 * Fills in a template. What stands in the place of a name is not looked through again: a deal may be called `{{won}}`.
 *
 * @param parts asked once for each name that the template has
 */
export function fillTemplate(template: string, parts: (name: ReviewPart) => string): Filled {
  const problems: Problem[] = [];
  const filled = rememberedByName(parts);
  const lines = withoutMark(template)
    .split(/\r\n?|\n/)
    .map((line, at) =>
      line.replace(PLACEHOLDER, (whole, between: string, column: number) => {
        const typed = plainText(between, LONGEST_TOLD);
        const name = REVIEW_PARTS.find(one => one === typed.toLowerCase());
        if (name) return filled(name);
        const meant = suggest(typed, REVIEW_PARTS);
        const says = say('noSuchPart', { typed, names: REVIEW_PARTS, ...(meant && { meant }) });
        problems.push(warning('unknown-key', says, { line: at + 1, column: column + 1 }));
        return whole;
      }),
    );
  return { text: lines.join('\n'), problems };
}

import { plainText } from '../../escape';
import { applyEdits } from '../../textEdit';
import { parseFrontMatter } from '../../frontMatter/parse';
import { fix, type Fix, type Fixer } from './fix';

/** Keeps one side of a conflict that git left, or both: the markers go, and what the person does not want. */
export const resolveConflict: Fixer = ({ text, problem }) => {
  const conflict = conflictAt(text, problem.line);
  if (!conflict) return [];
  const { start, end, ours, theirs } = conflict;
  const keep = (title: string, kept: string): Fix => fix(title, [{ start, end, text: kept }]);
  const both = keep('Keep both sides', ours.text + theirs.text);
  // Two lines for the history, say: nobody has to choose.
  const isPreferred = parseFrontMatter(applyEdits(text, both.edits)).kind === 'found';
  return [
    { ...both, isPreferred },
    keep(`Keep the first side${ours.name}`, ours.text),
    keep(`Keep the second side${theirs.name}`, theirs.text),
  ];
};

interface Side {
  readonly text: string;
  /** In quotes, behind a blank; what git calls the branch. */
  readonly name: string;
}

interface Conflict {
  readonly start: number;
  readonly end: number;
  readonly ours: Side;
  readonly theirs: Side;
}

/** The conflict that begins on a line. What both sides come from, which some have git write down too, is on neither. */
function conflictAt(text: string, line: number): Conflict | undefined {
  const marks: { start: number; end: number; name: string }[] = [];
  let base: number | undefined;
  let number = 1;
  for (let start = 0; start < text.length && marks.length < 3; number++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    if (number >= line) {
      const content = text.slice(start, Math.min(end, start + 200)).trimEnd();
      const mark = MARKS[marks.length]!;
      if (content === mark || (mark !== '=======' && content.startsWith(`${mark} `))) {
        marks.push({ start, end, name: content.slice(mark.length).trim() });
      } else if (marks.length === 1 && base === undefined && /^\|{7}(?: |$)/.test(content)) {
        base = start;
      }
    }
    start = end;
  }
  const [first, middle, last] = marks;
  if (!first || !middle || !last) return undefined;
  const named = (name: string) => (name ? ` “${plainText(name, 40)}”` : '');
  return {
    start: first.start,
    end: last.end,
    ours: { text: text.slice(first.end, base ?? middle.start), name: named(first.name) },
    theirs: { text: text.slice(middle.end, last.start), name: named(last.name) },
  };
}

const MARKS = ['<<<<<<<', '=======', '>>>>>>>'] as const;

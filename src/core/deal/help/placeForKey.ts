import type { Problem } from '../../problem';
import type { FieldNames } from '../../process/fieldNames';
import type { TextEdit } from '../../textEdit';
import { editFrontMatter } from '../../frontMatter/edit/editFrontMatter';
import { isFree } from '../../frontMatter/scan/part';
import { partsOf } from '../../frontMatter/scan/spot';

/** Where a person can write the value of a key: what stands there is replaced, with these texts around the cursor. */
export interface PlaceForKey extends Pick<TextEdit, 'start' | 'end'> {
  readonly before: string;
  readonly after: string;
  /** What stands there already, to be seen and written over. */
  readonly written: string;
}

/** Stands for what is still to be written: a plain word to any reader of YAML. */
const MARK = 'to-be-written';
const QUOTED_MARK = /["']?to-be-written["']?/;

/** The place of a field's value; with its key, where people write it, if it is not there. */
export function placeForKey(text: string, key: string, names?: FieldNames): PlaceForKey | Problem {
  const value = partsOf(text, names).find(
    one => one.kind === 'value' && one.path.length === 1 && one.path[0] === key,
  );
  if (value && !isFree(value) && !value.isItem) {
    const { start, end } = value;
    return { start, end, before: '', after: '', written: text.slice(start, end) };
  }
  const edited = editFrontMatter(text, { set: { [key]: MARK } }, names);
  if (!edited.ok) return edited.problem;
  const edit = edited.edits.find(one => one.text.includes(MARK))!;
  // Where all is quoted, so would this be; and it may be a number that is to come.
  const { 0: mark, index } = QUOTED_MARK.exec(edit.text)!;
  const [before, after] = [edit.text.slice(0, index), edit.text.slice(index + mark.length)];
  return { start: edit.start, end: edit.end, before, after, written: '' };
}

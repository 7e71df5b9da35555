import { textsIn } from '../frontMatter/edit/setTexts';

/** Several that stand in one text with their signs: `#hardware #renewal`. */
const SIGNED = /^#\S+(?:\s+#\S+)+$/;

/** The tags in a value, without the `#` that some write before them. */
export function tagsIn(value: unknown): string[] {
  const texts = textsIn(value);
  // Nearly all tags are without signs.
  if (!texts.some(text => text.includes('#'))) return texts;
  return texts
    .flatMap(text => (SIGNED.test(text.trim()) ? text.trim().split(/\s+/) : [text]))
    .map(withoutSign)
    .filter(tag => tag);
}

export function withoutSign(tag: string): string {
  return tag.replace(/^#+ ?/, '');
}

/** A text of tags in which one has another name, and its sign still. */
export function withTagRenamed(written: string, name: string, to: string): string {
  const rename = (tag: string) =>
    withoutSign(tag) === name ? tag.slice(0, tag.length - name.length) + to : tag;
  return SIGNED.test(written.trim()) ? written.trim().split(/\s+/).map(rename).join(' ') : rename(written);
}

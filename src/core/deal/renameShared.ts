import { oneLine } from '../oneLine';
import type { DealChange, Opened } from './changeDeal';
import { textsIn } from '../frontMatter/edit/setTexts';
import type { SharedKind, SharedName } from './help/names';
import { withNameIn } from './read/linkedName';
import { withTagRenamed } from './tags';
import { readTag } from './typedValues';

/** Gives the account, the owner or a tag of a deal another name, where it stands; all other deals stay as they are. */
export function renameShared({ deal, data }: Opened, { kind, name }: SharedName, to: string): DealChange {
  if (kind !== 'tag') {
    if (deal[kind] !== name) return {};
    const written = Object.hasOwn(data, kind) ? data[kind] : undefined;
    return { frontMatter: { set: { [kind]: withNameIn(written, to) } } };
  }
  if (!deal.tags.includes(name)) return {};
  const tags = textsIn(Object.hasOwn(data, 'tags') ? data['tags'] : undefined);
  // A deal that has the other tag already has it once then.
  return { frontMatter: { texts: { tags: [...new Set(tags.map(tag => withTagRenamed(tag, name, to)))] } } };
}

/** What a person typed as a name, as it is written; `undefined` where it is none: a tag has no comma. */
export function readShared(kind: SharedKind, typed: string): string | undefined {
  return kind === 'tag' ? readTag(typed) : oneLine(typed) || undefined;
}

import type { Pipeline } from '../../core/pipeline/pipeline';
import type { FolderThen } from '../ports/snapshots';

/**
 * Files of now that git knows nothing of, at any time: it ignores them, or they are in a repository of their own.
 *
 * @param changed the files that are others than at a commit, or new to git
 * @param then those of that commit
 */
export function outsideOf(
  { paths }: Pick<Pipeline, 'paths'>,
  changed: ReadonlySet<string>,
  then: FolderThen,
): ReadonlySet<string> {
  return new Set([...paths].filter(path => !changed.has(path) && !then.files.has(path)));
}

import { named, quoted } from './quoted';
import type { ActionSays } from '../../../actions/say';

/** Why git could not answer. */
export function gitFailed({ failure }: ActionSays['gitFailed']): string {
  switch (failure.kind) {
    case 'notInstalled':
      return 'Git isn’t installed, or not on the PATH.';
    case 'tookTooLong':
      return `Git took longer than ${failure.seconds} seconds.`;
    case 'noSuchRevision':
      return `Git can’t find the revision ${quoted(failure.revision)}.`;
    case 'notDownloaded':
      return 'This is a partial clone, and the contents of some files have not been downloaded. Run git fetch --refetch, or clone without --filter.';
    case 'broken':
      return `Git can’t read ${failure.object.slice(0, 12)}, which belongs to this repository. Run git fsck to see what is broken, and get it from another clone.`;
    case 'refused':
      return `Git says: ${named(failure.inItsWords, 390)}`;
  }
}

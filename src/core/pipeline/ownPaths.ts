import { PROCESS_FILE } from '../process/processFile';
import { isDealPath } from './paths';

/** Of the paths below a folder those that may be deals of its pipeline: a folder with a process of its own is another one. */
export function ownDealPaths(paths: Iterable<string>, links: Iterable<string> = []): string[] {
  const all = [...paths];
  const others = [...all, ...links]
    .filter(path => path.endsWith(`/${PROCESS_FILE}`))
    .map(path => path.slice(0, -PROCESS_FILE.length));
  return all.filter(path => isDealPath(path) && !others.some(folder => path.startsWith(folder)));
}

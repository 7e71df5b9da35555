import { filesToMerge } from './mergeArguments';
import { mergeFiles } from './mergeFiles';

/*
 * The merge driver as a program of its own, which git starts once for each deal that both sides have changed:
 *   node merge.js merge %O %A %B %P --marker-size %L [--labels %S %X %Y] [--merged-code 80] [--conflict-code 81]
 * as the command line would do it too. What the four behind `merge` are is told by their place alone: the name of a file may begin with a dash.
 */
const [, base, ours, theirs, ...others] = process.argv.slice(2);
const path = others[0]?.startsWith('--') ? undefined : others.shift();

/** What stands behind an option. */
function valuesOf(option: string): readonly string[] {
  const at = others.indexOf(option);
  return at < 0 ? [] : others.slice(at + 1);
}

if (base === undefined || ours === undefined || theirs === undefined) {
  console.error(
    'Usage: merge.js merge BASE OURS THEIRS [PATH] [--marker-size N] [--labels BASE OURS THEIRS]',
  );
  process.exitCode = 2;
} else {
  const [markerSize] = valuesOf('--marker-size');
  const given = { base, ours, theirs, path, markerSize, labels: valuesOf('--labels').slice(0, 3) };
  void mergeFiles(filesToMerge(given, process.cwd(), process.env)).then(({ isClean, told }) => {
    if (told !== undefined) console.error(`deal-notes: ${told}`);
    const [code = isClean ? 0 : 1] = valuesOf(isClean ? '--merged-code' : '--conflict-code');
    process.exitCode = Number(code);
  });
}

import type { Report } from '../../core/metrics/report';
import type { ReportWords } from '../report';

/** A sentence for each kind of thing that the figures leave out because it is unknown, that is still to be settled, or that no file says. */
export function gapLines(
  {
    inConflict,
    paths,
    open,
    undated,
    misdated,
    lostInUnknown,
    fromGit,
  }: Pick<Report, 'inConflict' | 'paths' | 'open' | 'undated' | 'misdated' | 'lostInUnknown' | 'fromGit'>,
  { gaps }: Pick<ReportWords, 'gaps'>,
): string[] {
  return [
    ...(inConflict ? [gaps.inConflict(inConflict)] : []),
    ...(paths.unknown ? [gaps.paths(paths.known, paths.unknown)] : []),
    ...(open.stageNotKnown ? [gaps.stageNotKnown(open.stageNotKnown)] : []),
    ...(lostInUnknown.count ? [gaps.lostInUnknown(lostInUnknown.count)] : []),
    ...(misdated ? [gaps.misdated(misdated)] : []),
    ...(undated ? [gaps.undated(undated)] : []),
    ...(fromGit ? [gaps.fromGit(fromGit)] : []),
  ];
}

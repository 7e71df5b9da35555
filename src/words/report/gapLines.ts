import type { Report } from '../../core/metrics/report';
import type { ReportWords } from '../report';

/** A sentence for each kind of thing that the figures leave out because it is unknown, or that is still to be settled. */
export function gapLines(
  {
    inConflict,
    paths,
    open,
    undated,
    misdated,
    lostInUnknown,
  }: Pick<Report, 'inConflict' | 'paths' | 'open' | 'undated' | 'misdated' | 'lostInUnknown'>,
  { gaps }: Pick<ReportWords, 'gaps'>,
): string[] {
  return [
    ...(inConflict ? [gaps.inConflict(inConflict)] : []),
    ...(paths.unknown ? [gaps.paths(paths.known, paths.unknown)] : []),
    ...(open.stageNotKnown ? [gaps.stageNotKnown(open.stageNotKnown)] : []),
    ...(lostInUnknown.count ? [gaps.lostInUnknown(lostInUnknown.count)] : []),
    ...(misdated ? [gaps.misdated(misdated)] : []),
    ...(undated ? [gaps.undated(undated)] : []),
  ];
}

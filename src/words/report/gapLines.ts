import type { Report } from '../../core/metrics/report';
import type { ReportWords } from '../report';

/** A sentence for each kind of thing that the figures leave out because it is unknown. */
export function gapLines(
  { paths, open, undated, misdated }: Pick<Report, 'paths' | 'open' | 'undated' | 'misdated'>,
  { gaps }: Pick<ReportWords, 'gaps'>,
): string[] {
  return [
    ...(paths.unknown ? [gaps.paths(paths.known, paths.unknown)] : []),
    ...(open.stageNotKnown ? [gaps.stageNotKnown(open.stageNotKnown)] : []),
    ...(misdated ? [gaps.misdated(misdated)] : []),
    ...(undated ? [gaps.undated(undated)] : []),
  ];
}

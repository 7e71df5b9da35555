import { useSheet } from '../../sheetContext';

/** How often over open deals should cover what is missing; `null` where too few deals are closed to tell. */
export function useNeeded(): number | null {
  const { minSample, report } = useSheet();
  return report.files.won + report.files.lost < minSample ? null : report.forecast.needed;
}

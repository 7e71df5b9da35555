import { CATEGORIES } from '../../../core/metrics/category';
import type { Measure } from '../../conversion';
import { sizeWords } from '../../conversionWords';
import { useSheet } from '../../sheetContext';
import { Size } from './Periods';
import { LABELS, sizeOf } from './sums';

/** What stands in no period, because nobody has said when. */
export function Undated({ measure }: { measure: Measure }) {
  const { undated } = useSheet().report.forecast;
  const some = CATEGORIES.filter(of => sizeOf(undated[of], measure) !== 0);
  if (!some.length) return null;
  return (
    <p class="note">
      Without a close date, and so in no period:{' '}
      {some.map((of, k) => (
        <span key={of}>
          {k > 0 && ', '}
          <Size
            {...{ of, measure }}
            sum={undated[of]}
            period={null}
            words={size => `${sizeWords(size, measure)} ${LABELS[of].toLowerCase()}`}
          />
        </span>
      ))}
      .
    </p>
  );
}

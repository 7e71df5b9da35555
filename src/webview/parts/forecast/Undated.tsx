import { CATEGORIES } from '../../../core/metrics/category';
import type { Measure } from '../../conversion';
import { sizeWords } from '../../conversionWords';
import { useSheet } from '../../sheetContext';
import { Size } from './Periods';
import { sizeIn } from './sums';
import { words } from '../../words';

const { forecast: said } = words;

/** What stands in no period, because nobody has said when. */
export function Undated({ measure }: { measure: Measure }) {
  const { undated } = useSheet().report.forecast;
  const some = CATEGORIES.filter(of => sizeIn(undated[of], measure) !== 0);
  if (!some.length) return null;
  return (
    <p class="note">
      {said.undated(
        some.map(of => (
          <Size
            key={of}
            {...{ of, measure }}
            sum={undated[of]}
            period={null}
            words={size => said.undatedSum(sizeWords(size, measure), of)}
          />
        )),
      )}
    </p>
  );
}

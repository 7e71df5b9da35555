import { CATEGORIES } from '../../../core/metrics/category';
import type { ForecastReport } from '../../../core/metrics/forecast';
import type { Measure } from '../../conversion';
import { sizeWords } from '../../conversionWords';
import { Size } from './Periods';
import { sizeIn } from './sums';
import { words } from '../../words';

const { forecast: said } = words;

interface UndatedProps {
  readonly of: ForecastReport['undated'];
  readonly measure: Measure;
}

/** What stands in no period, because nobody has said when. */
export function Undated({ of: undated, measure }: UndatedProps) {
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

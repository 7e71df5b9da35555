import { ownName } from '../../frontMatter/keyNames';
import { PERIODS, termIn } from '../../recurring';
import { periodNamed } from '../saidPeriod';
import { put, putMeant, valueAt } from './fieldFixes';
import { byChange, type Broken, type Fix, type Fixer } from './fix';
import { say } from './say';

/** `monthly` becomes `month`; where it may be any, each is offered. */
export const namePeriod: Fixer = broken => {
  const { problem, data } = broken;
  const meant = problem.meant ?? [];
  const written = valueAt(data, problem.at!);
  const isSure = typeof written === 'string' && periodNamed(written) !== undefined;
  return [...putMeant(broken, PERIODS, isSure), ...(meant.length ? [] : remove(broken, 'value_period'))];
};

/** `24 months` and `2 years` become 24 where the value is paid by the month; what says no number is taken out. */
export const writeTerm: Fixer = broken => {
  const { data, problem } = broken;
  const written = valueAt(data, problem.at!);
  const [, digits, unit = ''] = /^(\d{1,4}) *(\p{L}+)?$/u.exec(String(written).trim()) ?? [];
  const period = PERIODS.find(one => one === data['value_period']);
  const said = unit ? periodNamed(unit) : period;
  const term = digits && period && said ? termIn(period, Number(digits), said) : undefined;
  return term === undefined ? remove(broken, 'term') : put(broken, term, true, true);
};

/** Says in which periods a term is, or takes it out. */
export const givePeriod: Fixer = broken => {
  const key = ownName(broken.process.fields, 'value_period');
  const ways = PERIODS.flatMap(period =>
    byChange(broken, say('setPeriod', { key, period }), { set: { value_period: period } }),
  );
  return [...ways, ...remove(broken, 'term')];
};

function remove(broken: Broken, field: 'value_period' | 'term'): Fix[] {
  const says = say('removeKey', { key: ownName(broken.process.fields, field) });
  return byChange(broken, says, { clear: [field] });
}

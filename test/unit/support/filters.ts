import fc from 'fast-check';
import { FILTER_OPTIONS } from '../../../src/cli/filterOptions';
import {
  CLOSINGS,
  FILTER_KEYS,
  kindOf,
  type DealFilter,
  type FilterKey,
  type FilterKind,
} from '../../../src/core/filter/table';
import { STATUSES } from '../../../src/core/process/outcome';
import { STAGE_IDS } from '../../../src/core/process/stages';
import { day } from './deals';

const some = <T>(...values: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });

/** Names that deals of `anyPipeline` have, in other cases too, and some that YAML or a comma could make others of. */
const NAMES = ['dana', 'BEN', 'Acme', 'referral', 'Fair', 'hardware', 'renewal'];
const HARD = [
  '0042',
  'true',
  'a: b',
  '#x',
  'Lee, Dana',
  '--owner',
  "O'Neil",
  '2026-01-01',
  'null',
  '-',
  'a"b',
];

const OF_KIND: Readonly<Record<FilterKind, fc.Arbitrary<unknown>>> = {
  names: fc.oneof(
    { weight: 4, arbitrary: some(...NAMES) },
    { weight: 1, arbitrary: some(...NAMES, ...HARD) },
  ),
  currency: some('EUR', 'USD'),
  stage: some(...STAGE_IDS),
  status: some(...STATUSES),
  text: fc.constantFrom('acme', 'beta 2', 'ZOE', 'da', 'a: b', '-1', 'true'),
  amount: fc.constantFrom(0, 0.5, 100, 5_000, 25_000.75, Number.MAX_SAFE_INTEGER),
  day: fc.integer({ min: 0, max: 60 }).map(day),
  flag: fc.constant(true),
  closing: fc.constantFrom(...CLOSINGS),
  archive: fc.boolean(),
};

/** Any filter that a person can make, mostly of one or two parts, so that it often leaves something. */
export const anyFilter: fc.Arbitrary<DealFilter> = fc
  .shuffledSubarray([...FILTER_KEYS], { maxLength: 3 })
  .chain(keys => fc.tuple(...keys.map(partOf)))
  .map(filterOfParts);

/** A filter that asks for one thing of each kind. */
export const fullFilter: fc.Arbitrary<DealFilter> = fc.tuple(...FILTER_KEYS.map(partOf)).map(filterOfParts);

/** With the bounds in their order: the command line refuses others. */
function filterOfParts(parts: readonly (readonly [FilterKey, unknown])[]): DealFilter {
  const filter = Object.fromEntries(parts) as DealFilter;
  const { from, to, minValue = 0, maxValue = 0 } = filter;
  return {
    ...filter,
    ...(from && to && from > to && { from: to, to: from }),
    ...('minValue' in filter &&
      'maxValue' in filter &&
      minValue > maxValue && { minValue: maxValue, maxValue: minValue }),
  };
}

const ONE_OF_KIND: Readonly<Record<FilterKind, unknown>> = {
  names: ['Acme'],
  currency: ['EUR'],
  stage: ['proposal'],
  status: ['open'],
  text: 'acme',
  amount: 20_000.5,
  day: day(0),
  flag: true,
  closing: 'quarter',
  archive: false,
};

/** A filter that asks for the same thing in each of its parts of one kind. */
export const ONE_OF_EACH = Object.fromEntries(
  FILTER_KEYS.map(key => [key, ONE_OF_KIND[kindOf(key)]]),
) as Required<DealFilter>;

/** The filter as the options of a command. */
export function typedAs(filter: DealFilter): string[] {
  return FILTER_OPTIONS.flatMap(({ key, option }) => {
    const asked: unknown = filter[key];
    if (asked === undefined || (key === 'archived' && asked === true)) return [];
    if (typeof asked === 'boolean') return [option.long!];
    return [asked].flat().map(one => `${option.long}=${String(one)}`);
  });
}

function partOf(key: FilterKey): fc.Arbitrary<readonly [FilterKey, unknown]> {
  return OF_KIND[kindOf(key)].map(asked => [key, asked] as const);
}

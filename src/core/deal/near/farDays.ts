import type { CalendarDate } from '../../calendar';
import { FIELDS, propertyOf, rowOf } from '../../fields/table';
import { ownName } from '../../frontMatter/keyNames';
import { hint, type Problem } from '../../problem';
import type { FieldNames } from '../../process/fieldNames';
import type { Deal } from '../deal';
import { say } from '../say';

/** In years: nobody plans a deal or its next step for later, and no file is older. */
const FURTHEST = 30;

/** The fields that hold a day, and whether it is one to come. */
const DAYS = FIELDS.flatMap(field => {
  const { kind } = rowOf(field);
  return kind === 'day' || kind === 'pastDay' ? [{ field, property: propertyOf(field), kind }] : [];
});

/** Days whose year was probably mistyped: `2206-12-18`, `0026-12-18`. What has been and is still to come is told apart. */
export function farDays(deal: Deal, names: FieldNames, today: CalendarDate): Problem[] {
  const year = Number(today.slice(0, 4));
  return DAYS.flatMap(({ field, property, kind }) => {
    const day = deal[property as keyof Deal] as CalendarDate | undefined;
    if (day === undefined) return [];
    const away = Number(day.slice(0, 4)) - year;
    if (away >= -FURTHEST && (away <= FURTHEST || kind === 'pastDay')) return [];
    const says = say('dayFarAway', { key: ownName(names, field), day });
    return [hint('doubtful-date', says, { line: 2, at: [field] })];
  });
}

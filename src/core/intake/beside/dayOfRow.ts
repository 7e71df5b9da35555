import { canHaveHappened, type CalendarDate } from '../../calendar';
import type { DayOrder } from '../days';
import { readDayCell } from '../readCells';
import { say } from '../say';
import type { BesideCells, BesideRead } from './rowsBeside';

/** The day on which something has happened; or why a row has none. */
export function dayOfRow(
  { cell }: BesideCells,
  order: DayOrder | undefined,
  today: CalendarDate,
): CalendarDate | Pick<BesideRead<never>, 'says' | 'about'> {
  const on = cell('on');
  if (!on) return { says: say('rowNoDay'), about: 'on' };
  const day = readDayCell(on, order, today);
  if (!('value' in day)) {
    const isOther = order !== undefined && day.says.say === 'cellDayOtherOrder';
    const says = isOther
      ? say('rowDayOtherOrder', { typed: on, order })
      : say('rowDayNotRead', { typed: on });
    return { says, about: 'on' };
  }
  return canHaveHappened(day.value, today)
    ? day.value
    : { says: say('rowDayToCome', { day: day.value }), about: 'on' };
}

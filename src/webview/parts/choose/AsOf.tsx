import type { CalendarDate } from '../../../core/calendar';
import { ask } from '../../host';
import { useSheet } from '../../sheetContext';
import { words } from '../../words';

/** The day that the page is about. */
export function AsOf() {
  const { asked, choices, today } = useSheet();
  return (
    <label class="choice as-of-day">
      <span>{words.choose.asOf}</span>
      {/* A date field writes days as the computer does, the page as it does elsewhere. */}
      <span class="day-said" aria-hidden="true">
        {words.say.day(asked.asOf ?? today)}
      </span>
      <input
        type="date"
        min={choices.firstDay ?? undefined}
        max={today}
        value={asked.asOf ?? today}
        onChange={({ currentTarget: { value, validity } }) => {
          if (!validity.valid) return;
          ask({ ...asked, asOf: !value || value === today ? null : (value as CalendarDate) });
        }}
      />
    </label>
  );
}

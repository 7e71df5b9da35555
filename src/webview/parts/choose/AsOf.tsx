import type { CalendarDate } from '../../../core/calendar';
import { send } from '../../host';
import { useSheet } from '../../sheetContext';
import { words } from '../../words';

/** The day that the page is about. */
export function AsOf() {
  const { choices, past, today } = useSheet();
  const shown = past?.day ?? today;
  const now = past?.now ?? today;
  return (
    <label class="choice as-of-day">
      <span>{words.choose.asOf}</span>
      {/* A date field writes days as the computer does, the page as it does elsewhere. */}
      <span class="day-said" aria-hidden="true">
        {words.say.day(shown)}
      </span>
      <input
        type="date"
        min={choices.firstDay ?? undefined}
        max={now}
        value={shown}
        onChange={({ currentTarget: { value, validity } }) => {
          if (!validity.valid) return;
          send({ type: 'showAsOf', day: !value || value === now ? null : (value as CalendarDate) });
        }}
      />
    </label>
  );
}

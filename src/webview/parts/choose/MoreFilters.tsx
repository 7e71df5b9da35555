import { CHOICE_KEYS, CLOSINGS } from '../../../core/filter/table';
import { useSheet } from '../../sheetContext';
import { Choice } from './Choice';
import type { SetFilter } from './filter';
import { NameChoice } from './NameChoice';
import { words } from '../../words';

const { choose: said } = words;

/** The owner stands in sight; what else people filter by most comes first. */
const CHOICES = [
  ...(['source', 'tag'] as const),
  ...CHOICE_KEYS.filter(key => !['owner', 'source', 'tag'].includes(key)),
];
const FLAGS = ['stalled', 'idle', 'overdue', 'noNextStep'] as const;

/** All filters but the owner and the day of creation. */
export function MoreFilters({ set }: { readonly set: SetFilter }) {
  const { filter } = useSheet().asked;
  const { label } = said;
  return (
    <>
      {CHOICES.map(key => (
        <NameChoice key={key} of={key} set={set} />
      ))}
      <label class="choice">
        <span>{label('text')}</span>
        <input
          type="search"
          maxLength={1000}
          placeholder={said.any}
          value={filter.text ?? ''}
          onChange={({ currentTarget: { value } }) => set({ text: value.trim() || undefined })}
        />
      </label>
      <Amount label={label('minValue')} of="minValue" set={set} />
      <Amount label={said.to} of="maxValue" set={set} />
      <Choice
        label={label('closing')}
        value={filter.closing ?? ''}
        options={['', ...CLOSINGS.map(value => ({ value, label: said.closings[value] }))]}
        onChange={period => set({ closing: period || undefined })}
      />
      {FLAGS.map(key => (
        <Flag
          key={key}
          label={label(key)}
          isOn={filter[key] === true}
          onChange={on => set({ [key]: on || undefined })}
        />
      ))}
      <Flag
        label={said.withoutArchived}
        isOn={filter.archived === false}
        onChange={on => set({ archived: on ? false : undefined })}
      />
    </>
  );
}

interface AmountProps {
  readonly label: string;
  readonly of: 'minValue' | 'maxValue';
  readonly set: SetFilter;
}

function Amount({ label, of: key, set }: AmountProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <input
        type="number"
        min="0"
        step="any"
        placeholder={said.any}
        value={useSheet().asked.filter[key] ?? ''}
        onChange={({ currentTarget }) => set({ [key]: amountIn(currentTarget) })}
      />
    </label>
  );
}

interface FlagProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Flag({ label, isOn, onChange }: FlagProps) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** An amount as a filter may have it, whatever was typed. */
function amountIn({ valueAsNumber }: HTMLInputElement): number | undefined {
  if (Number.isNaN(valueAsNumber)) return undefined;
  return Math.min(Math.max(0, valueAsNumber), Number.MAX_SAFE_INTEGER);
}

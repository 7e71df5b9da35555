import { useState } from 'preact/hooks';
import { askedIn, CHOICE_KEYS, CLOSINGS, type ChoiceKey, type OtherKey } from '../../../core/filter/table';
import { useSheet } from '../../sheetContext';
import { Choice } from './Choice';
import type { SetFilter } from './filter';
import { NameChoice } from './NameChoice';
import { words } from '../../words';

const { choose: said } = words;

/** What most people filter by stands in sight. */
export const COMMON_CHOICES: readonly ChoiceKey[] = ['owner', 'source', 'tag'];
const CHOICES = CHOICE_KEYS.filter(key => !COMMON_CHOICES.includes(key));
const FLAGS = ['stalled', 'idle', 'overdue', 'noNextStep'] as const;
const OTHERS: readonly OtherKey[] = ['text', 'minValue', 'maxValue', 'closing', 'archived', ...FLAGS];

/** The filters that are used now and then, behind a word that says how many of them are set. */
export function MoreFilters({ set }: { readonly set: SetFilter }) {
  const { filter } = useSheet().asked;
  const asked = askedIn(filter).filter(key => [...CHOICES, ...OTHERS].includes(key)).length;
  const [isOpen, setIsOpen] = useState(asked > 0);
  const { label } = said;
  return (
    <details class="more" open={isOpen} onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary>{said.more(asked)}</summary>
      <div class="menu">
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
      </div>
    </details>
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

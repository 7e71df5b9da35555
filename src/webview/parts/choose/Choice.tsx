import { plainText } from '../../../core/escape';
import { words } from '../../words';

/** A name that is shown as it is, or a value with what it is called. */
type Option = string | { readonly value: string; readonly label: string };

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

/**
 * One of a list, with its label; the empty one is all of them. An option may be a name from a file, and is shown as one
 * line of a readable length.
 */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label class="choice">
      <span aria-hidden="true">{label}</span>
      <select aria-label={label} value={value} onChange={event => onChange(event.currentTarget.value)}>
        {options
          .map(option => (typeof option === 'string' ? { value: option, label: option } : option))
          .map(option => (
            <option key={option.value} value={option.value}>
              {option.value === '' ? words.choose.all : plainText(option.label, 60)}
            </option>
          ))}
      </select>
    </label>
  );
}

import { plainText } from '../../../core/escape';
import { words } from '../../words';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
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
        {options.map(option => (
          <option key={option} value={option}>
            {option === '' ? words.choose.all : plainText(option, 60)}
          </option>
        ))}
      </select>
    </label>
  );
}

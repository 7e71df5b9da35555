import type { ChoiceKey } from '../../../core/filter/table';
import { labelOf, useSheet } from '../../sheetContext';
import { words } from '../../words';
import { Choice } from './Choice';
import type { SetFilter } from './filter';

/** A choice from the values that deals have in one field; left out where none has any. */
export function NameChoice({ of: key, set }: { readonly of: ChoiceKey; readonly set: SetFilter }) {
  const sheet = useSheet();
  const offered = sheet.choices[key];
  const chosen: readonly string[] = sheet.asked.filter[key] ?? [];
  if (!offered.length && !chosen.length) return null;
  const { label, valueLabel, or } = words.choose;
  const called = (name: string) => valueLabel(key, name, id => labelOf(sheet, id));
  // Several may have been chosen elsewhere, or one that no deal has any more. No name has a line break in it.
  const value = chosen.join('\n');
  const others = value === '' || offered.includes(value) ? [] : [value];
  return (
    <Choice
      label={label(key)}
      value={value}
      options={[
        '',
        ...[...offered, ...others].map(names => ({
          value: names,
          label: or(names.split('\n').map(called)),
        })),
      ]}
      onChange={name => set({ [key]: name === '' ? undefined : name.split('\n') })}
    />
  );
}

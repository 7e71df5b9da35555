interface SwitchProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side, as radio buttons: arrow keys change it. */
export function Switch<T extends string>({ label, options, value, onChange }: SwitchProps<T>) {
  const name = label.replace(/\W+/g, '-').toLowerCase();
  return (
    <fieldset class="switch">
      <legend class="visually-hidden">{label}</legend>
      {options.map(option => (
        <label key={option.value} class={option.value === value ? 'on' : undefined}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

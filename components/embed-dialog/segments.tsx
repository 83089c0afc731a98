interface SegmentsProps {
  readonly legend: string;
  readonly isLegendHidden?: boolean;
  readonly name: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** A few short choices in a row, of which one holds: radio buttons that look like one piece. */
export function Segments({ legend, isLegendHidden = false, name, value, options, onChange }: SegmentsProps) {
  return (
    <fieldset>
      <legend className={isLegendHidden ? 'sr-only' : 'mb-1.5 text-sm font-semibold'}>{legend}</legend>
      <div className="inline-flex rounded-sm border border-faint bg-raised">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative inline-flex min-h-9 cursor-pointer items-center border-s border-faint px-3.5 text-sm first:border-s-0 hover:text-accent has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

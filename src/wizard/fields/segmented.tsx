export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SegmentedProps {
  readonly id: string;
  readonly choices: readonly Choice[];
  /** A value that is none of the choices is shown as one of its own. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly labelledBy: string;
  readonly describedBy?: string;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
}

/** One of two to four values, all in view. Radio buttons that look like a toggle group. */
export function Segmented({
  id,
  choices,
  value,
  onChange,
  labelledBy,
  describedBy,
  onFocus,
  onBlur,
}: SegmentedProps) {
  const known = choices.some((choice) => choice.value === value);
  const shown = known ? choices : [{ value, label: value }, ...choices];
  return (
    <div
      id={id}
      role="radiogroup"
      className="segmented"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {shown.map((choice) => (
        <label key={choice.value} className="segment">
          <input
            type="radio"
            name={id}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}

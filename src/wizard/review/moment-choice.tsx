import { useId } from 'react';
import { Segmented } from '../fields/segmented.tsx';
import type { Moment } from './review-view.ts';

interface MomentChoiceProps {
  /** What is switched, for those who do not see where it stands: "Pods". */
  readonly of: string;
  readonly value: Moment;
  readonly onChange: (moment: Moment) => void;
}

/** As opened, or now. */
export function MomentChoice({ of, value, onChange }: MomentChoiceProps) {
  return (
    <Choice
      name={`${of}: as opened or now`}
      choices={[
        { value: 'opened', label: 'As opened' },
        { value: 'now', label: 'Now' },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A few values, one of them chosen, as a small toggle group. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, choices, value, onChange } = props;
  const id = useId();
  return (
    <div className="view-choice">
      <span id={`${id}-name`} className="visually-hidden">
        {name}
      </span>
      <Segmented
        id={id}
        labelledBy={`${id}-name`}
        choices={choices}
        value={value}
        onChange={(chosen) => {
          const found = choices.find((one) => one.value === chosen);
          if (found) onChange(found.value);
        }}
      />
    </div>
  );
}

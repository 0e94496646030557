import { TextInput } from '@patternfly/react-core/dist/esm/components/TextInput';
import type { ReactNode } from 'react';
import type { FieldId, SettingId } from '../../agent/settings/setting-id.ts';
import { FieldNotes } from './field-notes.tsx';
import { FieldLabel } from './settings-row.tsx';
import { textOf } from './text.ts';
import { type FieldState, useField } from './use-field.ts';

/** How a value is written in its control, where that is not the value itself. */
export interface Notation {
  readonly format: (value: string) => string;
  readonly parse: (text: string) => string;
}

interface TextControlProps {
  readonly state: FieldState;
  readonly notation?: Notation | undefined;
  readonly placeholder?: string | undefined;
  /** For a cell of a table, whose column is its name. */
  readonly label?: string | undefined;
  /** Whether what is typed is written when the field is left, as for a name that others refer to. */
  readonly patient?: boolean | undefined;
}

/** The control of a text setting. An empty text takes a key out, so it waits until the field is left. */
export function TextControl({
  state,
  notation,
  placeholder,
  label,
  patient = false,
}: TextControlProps) {
  const value = textOf(state.value);
  return (
    <TextInput
      id={state.ids.control}
      className="mono-input"
      value={notation ? notation.format(value) : value}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      aria-describedby={state.describedBy}
      validated={state.error === undefined ? 'default' : 'error'}
      autoComplete="off"
      spellCheck={false}
      onChange={(_, text) => {
        const next = notation ? notation.parse(text) : text;
        state.change(next, patient || next === '');
      }}
      onFocus={state.focus}
      onBlur={state.blur}
    />
  );
}

interface TextFieldProps {
  readonly field: SettingId;
  readonly label: string;
  readonly code?: string;
  readonly reason: ReactNode;
  readonly notation?: Notation;
  readonly placeholder?: string;
  readonly patient?: boolean;
  /** The field whose problems stand here, if it is not the field itself. */
  readonly problemField?: FieldId;
  /** What stands beside the control. */
  readonly aside?: ReactNode;
}

/** A text setting: name, control, reason, one under the other. */
export function TextField({
  field,
  label,
  code,
  reason,
  problemField = field,
  aside,
  ...control
}: TextFieldProps) {
  const state = useField(field, { title: `change ${label}`, problemField });
  return (
    <div className="text-field" data-field={problemField}>
      <FieldLabel ids={state.ids} label={label} code={code} />
      <div className="text-line">
        <TextControl state={state} {...control} />
        {aside}
      </div>
      <p id={state.ids.reason} className="reason">
        {reason}
      </p>
      <FieldNotes {...state} />
    </div>
  );
}

import type { SettingId } from '../../agent/settings/setting-id.ts';
import { FieldNotes } from './field-notes.tsx';
import { useField } from './use-field.ts';

interface CheckboxFieldProps {
  readonly field: SettingId;
  readonly label: string;
  readonly reason: string;
}

/** A setting that few need, ticked under the one it belongs to. */
export function CheckboxField({ field, label, reason }: CheckboxFieldProps) {
  const state = useField(field, { title: `switch ${label}` });
  return (
    <div className="checkbox-field" data-field={field}>
      <input
        id={state.ids.control}
        type="checkbox"
        checked={state.value === true}
        aria-describedby={state.describedBy}
        onChange={(event) => state.change(event.target.checked)}
        onFocus={state.focus}
        onBlur={state.blur}
      />
      <label htmlFor={state.ids.control}>{label}</label>
      <p id={state.ids.reason} className="reason">
        {reason}
      </p>
      <FieldNotes {...state} />
    </div>
  );
}

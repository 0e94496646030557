import { Switch } from '@patternfly/react-core/dist/esm/components/Switch';
import type { FieldId, SettingId } from '../../agent/settings/setting-id.ts';
import { FieldNotes } from './field-notes.tsx';
import { SettingsRow } from './settings-row.tsx';
import { useField } from './use-field.ts';

interface SwitchFieldProps {
  readonly field: SettingId;
  readonly label: string;
  readonly code?: string;
  readonly reason: string;
  /** Whether On stands for false, as "Forbid ..." does for `allow...`. */
  readonly inverted?: boolean;
  /** The field whose problems stand here, if it is not the field itself. */
  readonly problemField?: FieldId;
}

/** A setting that is on or off, with the word beside the switch. */
export function SwitchField({
  field,
  label,
  code,
  reason,
  inverted = false,
  problemField = field,
}: SwitchFieldProps) {
  const state = useField(field, { title: `switch ${label}`, problemField });
  const on = (state.value === true) !== inverted;
  return (
    <SettingsRow
      field={problemField}
      ids={state.ids}
      label={label}
      code={code}
      reason={reason}
      control={
        <Switch
          id={state.ids.control}
          className="settings-switch"
          label={on ? 'On' : 'Off'}
          isReversed
          isChecked={on}
          aria-labelledby={state.ids.label}
          aria-describedby={state.describedBy}
          onChange={(_, checked) => state.change(checked !== inverted)}
          onFocus={state.focus}
          onBlur={state.blur}
        />
      }
    >
      <FieldNotes {...state} />
    </SettingsRow>
  );
}

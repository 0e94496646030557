import type { ReactNode } from 'react';
import type { FieldId, SettingId } from '../../agent/settings/setting-id.ts';
import { FieldNotes } from './field-notes.tsx';
import { type Choice, Segmented } from './segmented.tsx';
import { SettingsRow } from './settings-row.tsx';
import { textOf } from './text.ts';
import { useField } from './use-field.ts';

interface SegmentedFieldProps {
  readonly field: SettingId;
  readonly label: string;
  readonly code?: string;
  readonly reason: ReactNode;
  readonly choices: readonly Choice[];
  /** The field whose problems stand here, if it is not the field itself. */
  readonly problemField?: FieldId;
  readonly children?: ReactNode;
}

/** A setting with two to four values. */
export function SegmentedField({
  field,
  label,
  code,
  reason,
  choices,
  problemField = field,
  children,
}: SegmentedFieldProps) {
  const state = useField(field, { title: `change ${label}`, problemField });
  return (
    <SettingsRow
      field={problemField}
      ids={state.ids}
      label={label}
      code={code}
      single={false}
      reason={reason}
      wide
      control={
        <Segmented
          id={state.ids.control}
          choices={choices}
          value={textOf(state.value)}
          onChange={(value) => state.change(value)}
          labelledBy={state.ids.label}
          describedBy={state.describedBy}
          onFocus={state.focus}
          onBlur={state.blur}
        />
      }
    >
      {children}
      <FieldNotes {...state} />
    </SettingsRow>
  );
}

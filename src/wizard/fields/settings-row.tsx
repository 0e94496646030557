import type { ReactNode } from 'react';
import type { FieldId } from '../../agent/settings/setting-id.ts';
import type { ElementIds } from '../field-id.ts';

interface FieldLabelProps {
  readonly ids: ElementIds;
  readonly label: string;
  /** The key as Kubernetes or the chart names it. */
  readonly code?: string | undefined;
  /** Whether it labels one element, not a group. */
  readonly single?: boolean;
}

/** A field's name with the key it writes. */
export function FieldLabel({ ids, label, code, single = true }: FieldLabelProps) {
  return (
    <div className="field-head">
      {single ? (
        <label id={ids.label} htmlFor={ids.control} className="field-label">
          {label}
        </label>
      ) : (
        <span id={ids.label} className="field-label">
          {label}
        </span>
      )}
      {code !== undefined && (
        <code translate="no" className="field-code">
          {code}
        </code>
      )}
    </div>
  );
}

interface SettingsRowProps extends FieldLabelProps {
  readonly field: FieldId;
  readonly reason: ReactNode;
  readonly control: ReactNode;
  /** Whether the control takes a line of its own on a phone. */
  readonly wide?: boolean;
  /** What stands under the control. */
  readonly children?: ReactNode;
}

/** A row of the form: name and reason at the left, the control at the right edge. */
export function SettingsRow({
  field,
  reason,
  control,
  wide = false,
  children,
  ...label
}: SettingsRowProps) {
  return (
    <div className="settings-row" data-field={field}>
      <div className={wide ? 'settings-line settings-line-wide' : 'settings-line'}>
        <div className="settings-text">
          <FieldLabel {...label} />
          <p id={label.ids.reason} className="reason">
            {reason}
          </p>
        </div>
        {control}
      </div>
      {children}
    </div>
  );
}

import type { SettingId } from '../../agent/settings/setting-id.ts';
import { FieldNotes } from './field-notes.tsx';
import { textOf } from './text.ts';
import { useField } from './use-field.ts';

interface ConfigFieldProps {
  readonly field: SettingId;
  readonly label: string;
  readonly reason: string;
  /** The line that a problem is about, counted from 1. */
  readonly markedLine?: number | undefined;
}

const leastLines = 8;

/** A file's text within the form, with line numbers. It is kept as it is typed. */
export function ConfigField({ field, label, reason, markedLine }: ConfigFieldProps) {
  const state = useField(field, { title: `change ${label}` });
  const text = textOf(state.value);
  const lines = Math.max(text.split('\n').length, leastLines);
  return (
    <div className="config-field" data-field={field}>
      <div className="config-box">
        <ol className="config-lines" aria-hidden="true">
          {Array.from({ length: lines }, (_, index) => index + 1).map((line) => (
            <li key={line} className={line === markedLine ? 'config-marked' : undefined}>
              {line}
            </li>
          ))}
        </ol>
        <textarea
          id={state.ids.control}
          aria-label={label}
          aria-describedby={state.describedBy}
          aria-invalid={state.error !== undefined}
          rows={lines}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => state.change(event.target.value, event.target.value === '')}
          onFocus={state.focus}
          onBlur={state.blur}
        />
      </div>
      <p id={state.ids.reason} className="reason">
        {reason}
      </p>
      <FieldNotes {...state} />
    </div>
  );
}

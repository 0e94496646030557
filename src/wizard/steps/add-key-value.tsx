import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { TextInput } from '@patternfly/react-core/dist/esm/components/TextInput';
import { type KeyboardEvent, useId, useState } from 'react';
import { type KeyValueRows, namespaceSettings } from '../../agent/settings/settings.ts';
import { focusFieldSoon } from '../field-id.ts';
import { FieldError } from '../fields/field-notes.tsx';
import { useStepForm } from '../fields/step-form-context.ts';

interface AddKeyValueProps {
  readonly field: 'namespace.labels' | 'namespace.annotations';
  readonly noun: string;
  readonly rows: () => KeyValueRows;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks for a new label or annotation; it goes into the file when it is complete. */
export function AddKeyValue({ field, noun, rows, onDone, onCancel }: AddKeyValueProps) {
  const { write } = useStepForm();
  const [row, setRow] = useState({ key: '', value: '' });
  const [error, setError] = useState<string>();
  const id = useId();

  const add = () => {
    const next = [...rows(), row];
    const { shape } = namespaceSettings;
    const checked = (field === 'namespace.labels' ? shape.labels : shape.annotations).safeParse(
      next,
    );
    const issue = checked.error?.issues.find(({ path }) => path[0] === next.length - 1);
    setError(issue?.message);
    if (issue) return;
    write({ field, value: next, title: `add ${noun} ${row.key}` });
    onDone();
    focusFieldSoon(`${field}.add`);
  };
  const control = {
    className: 'mono-input',
    autoComplete: 'off',
    spellCheck: false,
    'aria-describedby': `${id}-error`,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        add();
      } else if (event.key === 'Escape') onCancel();
    },
  };

  return (
    <div className="draft-row">
      <div className="text-line">
        <TextInput
          {...control}
          aria-label={`Key of the new ${noun}`}
          placeholder="Key"
          autoFocus
          value={row.key}
          validated={error === undefined ? 'default' : 'error'}
          onChange={(_, key) => setRow({ ...row, key })}
        />
        <TextInput
          {...control}
          aria-label={`Value of the new ${noun}`}
          placeholder="Value"
          value={row.value}
          onChange={(_, value) => setRow({ ...row, value })}
        />
        <Button variant="secondary" onClick={add}>
          Add
        </Button>
        <Button variant="link" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </div>
  );
}

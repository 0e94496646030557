import { Checkbox } from '@patternfly/react-core/dist/esm/components/Checkbox';
import { TextInput } from '@patternfly/react-core/dist/esm/components/TextInput';
import { useState } from 'react';
import { LineLink } from '../fields/line-link.tsx';
import { ToneIcon } from '../findings/effect.tsx';
import { markLater, writeMissing } from './fill-in.ts';
import { focusNextMissing, missingFieldId } from './go-to-missing.ts';
import type { ShownValue } from './shown-value.ts';

interface MissingRowProps {
  readonly value: ShownValue;
  /** Whether somebody said that it comes by `--set` or a later file. */
  readonly isLater: boolean;
}

/** One value that only somebody knows: written when the field is left. */
export function MissingRow({ value, isLater }: MissingRowProps) {
  const { id, label, where, path, isMissing } = value;
  const [text, setText] = useState('');
  const [message, setMessage] = useState<string>();
  const field = missingFieldId(id);
  const isDone = !isMissing;

  /** @returns whether it may be left */
  const write = (): boolean => {
    const given = text.trim();
    if (given === '') return true;
    const problem = writeMissing(id, label, given);
    setMessage(problem);
    if (problem === undefined) setText('');
    return problem === undefined;
  };

  return (
    <li className="missing-row">
      <div className="missing-name">
        <label htmlFor={field}>
          {isDone && (
            <>
              <ToneIcon tone="admitted" size={14} />{' '}
              <span className="visually-hidden">Given: </span>
            </>
          )}
          {label}
        </label>{' '}
        <code translate="no">{path.join('.')}</code>
        <LineLink document="values" path={path} />
      </div>
      <div className="missing-line">
        <TextInput
          id={field}
          className="mono-input"
          value={text}
          placeholder={isDone ? 'Written' : value.names.join(', ')}
          isDisabled={isLater}
          validated={message === undefined ? 'default' : 'error'}
          aria-describedby={`${field}-where${message === undefined ? '' : ` ${field}-error`}`}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, next) => {
            setText(next);
            setMessage(undefined);
          }}
          onBlur={write}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (write()) focusNextMissing(id);
          }}
        />
        <Checkbox
          id={`${field}-later`}
          label={
            <>
              comes by <code translate="no">--set</code> or a later file
            </>
          }
          isChecked={isLater}
          onChange={(_, checked) => {
            setMessage(undefined);
            markLater(id, label, checked);
          }}
        />
      </div>
      {message !== undefined && (
        <p id={`${field}-error`} className="field-error" role="alert">
          {message}
        </p>
      )}
      <p id={`${field}-where`} className="reason">
        {stateWords(value)} {where}
      </p>
    </li>
  );
}

function stateWords({ state, fault, isMissing }: ShownValue): string {
  if (!isMissing) return 'Given.';
  switch (state) {
    case 'absent':
      return 'Not in the file.';
    case 'null':
      return 'Null in the file.';
    case 'empty':
      return 'Empty in the file.';
    case 'placeholder':
      return 'A placeholder.';
    case 'substitution':
      return 'A substitution: fine if your pipeline fills it in, then say so.';
    case 'given':
      return fault ?? '';
  }
}

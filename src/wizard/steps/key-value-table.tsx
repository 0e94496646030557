import AddIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-add-icon';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-trash-icon';
import { useState } from 'react';
import type { KeyValueRows } from '../../agent/settings/settings.ts';
import { presentAssessment, useAssessed } from '../assessed/use-assessed.ts';
import { elementIds, focusFieldSoon } from '../field-id.ts';
import { FieldNotes } from '../fields/field-notes.tsx';
import { SectionHeading } from '../fields/section-heading.tsx';
import { useStepForm } from '../fields/step-form-context.ts';
import { textOf } from '../fields/text.ts';
import { TextControl } from '../fields/text-field.tsx';
import { useField } from '../fields/use-field.ts';
import './folders.css';
import './namespace.css';
import { AddKeyValue } from './add-key-value.tsx';

interface KeyValueTableProps {
  readonly field: 'namespace.labels' | 'namespace.annotations';
  readonly title: string;
  readonly code: 'labels' | 'annotations';
  readonly noun: string;
  readonly reason: string;
}

function rowsOf(code: KeyValueTableProps['code']): KeyValueRows {
  return presentAssessment()?.settings.namespace[code] ?? [];
}

/** A small table of keys and values: labels or annotations of the namespace. */
export function KeyValueTable({ field, title, code, noun, reason }: KeyValueTableProps) {
  const { write } = useStepForm();
  const count = useAssessed(({ settings }) => settings.namespace[code].length) ?? 0;
  const [adding, setAdding] = useState(false);
  const cancel = () => {
    setAdding(false);
    focusFieldSoon(`${field}.add`);
  };

  const remove = (index: number) => {
    const rows = rowsOf(code);
    write({
      field,
      value: rows.filter((_, i) => i !== index),
      title: `remove ${noun}`,
      told: `Removed ${noun} ${rows[index]?.key ?? ''}.`,
    });
    focusFieldSoon(`${field}.add`);
  };

  return (
    <section data-field={field}>
      <SectionHeading title={title} code={code} document="namespace" path={['metadata', code]} />
      <p className="reason key-value-reason">{reason}</p>
      {count > 0 && (
        <table className="folders key-values" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">Value</th>
              <th scope="col">
                <span className="visually-hidden">Remove</span>
              </th>
            </tr>
          </thead>
          {Array.from({ length: count }, (_, index) => (
            <KeyValueRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place; its key is being typed.
              key={index}
              field={`${field}.${index}`}
              noun={noun}
              number={index + 1}
              onRemove={() => remove(index)}
            />
          ))}
        </table>
      )}
      {adding ? (
        <AddKeyValue
          field={field}
          noun={noun}
          rows={() => rowsOf(code)}
          onDone={() => setAdding(false)}
          onCancel={cancel}
        />
      ) : (
        <button
          id={elementIds(`${field}.add`).control}
          type="button"
          className="text-button add-button"
          onClick={() => setAdding(true)}
        >
          <AddIcon aria-hidden="true" /> Add {noun}
        </button>
      )}
    </section>
  );
}

interface KeyValueRowProps {
  readonly field: `namespace.${'labels' | 'annotations'}.${number}`;
  readonly noun: string;
  readonly number: number;
  readonly onRemove: () => void;
}

function KeyValueRow({ field, noun, number, onRemove }: KeyValueRowProps) {
  const key = useField(`${field}.key`, { title: `rename ${noun}` });
  const value = useField(`${field}.value`, { title: `change ${noun}` });
  return (
    <tbody className="folder">
      <tr className="folder-cells">
        <td>
          <span className="cell-label">Key</span>
          <TextControl state={key} label={`Key of ${noun} ${number}`} patient />
        </td>
        <td>
          <span className="cell-label">Value</span>
          <TextControl state={value} label={`Value of ${noun} ${number}`} />
        </td>
        <td className="folder-remove">
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove ${noun} ${textOf(key.value)}`}
            onClick={onRemove}
          >
            <TrashIcon aria-hidden="true" />
          </button>
        </td>
      </tr>
      <tr>
        <td colSpan={3} className="folder-notes">
          <span id={key.ids.reason} hidden>
            Such as team or example.com/team.
          </span>
          <span id={value.ids.reason} hidden>
            May be empty.
          </span>
          <FieldNotes {...key} />
          <FieldNotes {...value} />
        </td>
      </tr>
    </tbody>
  );
}

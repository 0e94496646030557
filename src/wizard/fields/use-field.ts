import { useState } from 'react';
import { useController } from 'react-hook-form';
import type { DocumentRefusal } from '../../agent/documents/documents.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import type { FieldId, SettingId } from '../../agent/settings/setting-id.ts';
import { useFieldProblems } from '../assessed/use-field-problems.ts';
import { type ElementIds, elementIds } from '../field-id.ts';
import { endMerge, setActiveField } from '../store.ts';
import { useWizard } from '../use-wizard.ts';
import { useStepForm } from './step-form-context.ts';
import { noRefusals } from './write-setting.ts';

export interface FieldState {
  readonly ids: ElementIds;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly problems: readonly Problem[];
  /** Why the last change could not be written. */
  readonly refusals: readonly DocumentRefusal[];
  readonly describedBy: string;
  /** Takes a new value. Held back: it is written when the field is left. */
  readonly change: (value: unknown, hold?: boolean) => void;
  readonly focus: () => void;
  readonly blur: () => void;
}

interface FieldOptions {
  /** As undo names a change: "change User". */
  readonly title: string;
  /** The field whose problems stand here, if it is not the field itself. */
  readonly problemField?: FieldId;
}

/** One field of the step's form: its value, what is wrong with it, and what to do when it changes. */
export function useField(
  name: SettingId,
  { title, problemField = name }: FieldOptions,
): FieldState {
  const { control, write } = useStepForm();
  const { field, fieldState } = useController({ control, name });
  const problems = useFieldProblems(problemField);
  const [lastRefusals, setLastRefusals] = useState(noRefusals);
  // What somebody does next, here or elsewhere, makes the note out of date.
  const isPresent = useWizard(({ refused }) => refused === lastRefusals);
  const refusals = isPresent ? lastRefusals : noRefusals;
  const ids = elementIds(name);
  const value: unknown = field.value;
  const error = fieldState.error?.message;

  const commit = (next: unknown) => {
    setLastRefusals(write({ field: name, value: next, title, typed: true }));
  };
  const described = [
    ids.reason,
    error !== undefined && ids.error,
    (problems.length > 0 || refusals.length > 0) && ids.problems,
  ];
  return {
    ids,
    value,
    error,
    problems,
    refusals,
    describedBy: described.filter(Boolean).join(' '),
    change: (next, hold = false) => {
      field.onChange(next);
      if (!hold) commit(next);
    },
    focus: () => setActiveField(problemField),
    blur: () => {
      if (fieldState.isDirty) commit(value);
      field.onBlur();
      endMerge();
    },
  };
}

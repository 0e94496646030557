import type { FieldErrors, FieldValues } from 'react-hook-form';

export interface FieldMessage {
  readonly field: string;
  readonly message: string;
}

/** Every error of a form with the id of its field, in the order of the settings. */
export function fieldMessages(errors: FieldErrors<FieldValues>): readonly FieldMessage[] {
  return collect(errors, '');
}

function collect(errors: unknown, field: string): FieldMessage[] {
  if (typeof errors !== 'object' || errors === null) return [];
  if ('type' in errors && 'message' in errors && typeof errors.message === 'string') {
    return [{ field, message: errors.message }];
  }
  return Object.entries(errors).flatMap(([key, value]) =>
    collect(value, field === '' ? key : `${field}.${key}`),
  );
}

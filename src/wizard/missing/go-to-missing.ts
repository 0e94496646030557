/** The id of the field of a required value. */
export function missingFieldId(id: string): string {
  return `missing-${id}`;
}

/** Puts the focus on a value's field, as *Fill in* does. */
export function focusMissing(id: string): void {
  const field = document.getElementById(missingFieldId(id));
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

/** Goes on to the next field that can be filled in, or stays at the last. */
export function focusNextMissing(id: string): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('.missing-line input[type=text]')];
  const at = fields.findIndex((field) => field.id === missingFieldId(id));
  fields.find((field, index) => index > at && !field.disabled)?.focus();
}

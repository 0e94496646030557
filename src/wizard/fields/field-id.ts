/*
 * A field's id is its setting's path joined with dots, `security.pod.runAsUser`. It names the
 * field in the form, in findings and in the address bar; the ids of its elements derive from it.
 */

export interface ElementIds {
  readonly control: string;
  readonly label: string;
  readonly reason: string;
  readonly error: string;
  readonly problems: string;
}

export function elementIds(field: string): ElementIds {
  const control = `field-${field}`;
  return {
    control,
    label: `${control}-label`,
    reason: `${control}-reason`,
    error: `${control}-error`,
    problems: `${control}-problems`,
  };
}

/** Whether a field is `parent` or lies under it. */
export function isUnder(field: string, parent: string): boolean {
  return field === parent || field.startsWith(`${parent}.`);
}

const focusable = 'input:checked, input, select, textarea, button, a[href]';

/** The element that stands for a field: its control, its row, or what encloses it. */
function elementOf(field: string): HTMLElement | undefined {
  const steps = field.split('.');
  for (let length = steps.length; length > 0; length--) {
    const id = steps.slice(0, length).join('.');
    const element =
      document.getElementById(elementIds(id).control) ??
      document.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"]`);
    if (element) return element;
  }
  return undefined;
}

/** Scrolls a field into view and puts the focus on it. */
export function focusField(field: string): void {
  const element = elementOf(field);
  if (!element) return;
  const control = element.matches(focusable)
    ? element
    : (element.querySelector<HTMLElement>(focusable) ?? element);
  element.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
}

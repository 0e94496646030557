/*
 * A field's id is its setting's path joined with dots, `security.pod.runAsUser`. It names the
 * field in the form, in findings and in the address bar; the ids of its elements derive from it.
 */

import { arriveAtField, setActiveField } from './store.ts';

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

/** What of a field takes the focus: what is to be decided, its control, its fix, another button. */
const focusable = [
  '.decision-question',
  'input:checked, input:not([type=radio]), select, textarea',
  '.finding-fix',
  'button:not(.line-link)',
];

/** The element that stands for a field: its control, a problem of it, its row, or what encloses it. */
function elementOf(field: string): HTMLElement | undefined {
  const steps = field.split('.');
  for (let length = steps.length; length > 0; length--) {
    const id = steps.slice(0, length).join('.');
    const element =
      document.getElementById(elementIds(id).control) ??
      document.querySelector<HTMLElement>(`[data-problem="${CSS.escape(id)}"]`) ??
      document.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"]`);
    if (element) return element;
  }
  return undefined;
}

/** As `focusField`, for a field that is being rendered. */
export function focusFieldSoon(field: string): void {
  requestAnimationFrame(() => focusField(field));
}

/** Opens a field that the address names: what is marked in the files is its. */
export function arriveAt(field: string): void {
  arriveAtField(() => setActiveField(field));
  focusField(field);
}

/** Scrolls a field into view and puts the focus on it. */
export function focusField(field: string): void {
  const element = elementOf(field);
  if (!element) {
    // The step does not ask for it as things are: its heading, rather than nothing.
    document.querySelector<HTMLElement>('.main h1')?.focus();
    return;
  }
  const isControl = focusable.some((selector) => element.matches(selector));
  const inside = focusable.map((selector) => element.querySelector<HTMLElement>(selector));
  const control = isControl ? element : (inside.find((found) => found !== null) ?? element);
  const folded = control.closest<HTMLDetailsElement>('details:not([open])');
  if (folded) folded.open = true;
  // A row without a control, such as one whose only button has just done its work.
  if (control.tabIndex < 0) control.tabIndex = -1;
  control.scrollIntoView({ block: 'center' });
  arriveAtField(() => control.focus({ preventScroll: true }));
}

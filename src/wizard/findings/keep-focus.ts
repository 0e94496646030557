import { focusField } from '../field-id.ts';

/**
 * When what was pressed goes away with what it repaired, the next problem's fix takes the focus,
 * else the field that it was at, else the step's heading: the focus is never lost.
 * @param pressed the button, before anything has happened
 */
export function keepFocus(pressed: HTMLElement): void {
  const main = pressed.closest('.main') ?? document.body;
  const fixes = [...main.querySelectorAll<HTMLElement>('.finding-fix')];
  const next = fixes.slice(fixes.indexOf(pressed) + 1);
  const field = pressed.closest<HTMLElement>('[data-field]')?.dataset.field;
  requestAnimationFrame(() => {
    const isLost = !pressed.isConnected || document.activeElement === document.body;
    if (!isLost) return;
    const beside = next.find((one) => one.isConnected);
    if (beside) beside.focus();
    else if (field !== undefined) focusField(field);
    else main.querySelector<HTMLElement>('h1')?.focus();
  });
}

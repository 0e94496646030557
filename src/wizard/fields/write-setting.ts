import { get, type UseFormReturn } from 'react-hook-form';
import type { DocumentRefusal } from '../../agent/documents/documents.ts';
import { changedSetting } from '../../agent/settings/lens/changed-setting.ts';
import type { SettingId } from '../../agent/settings/setting-id.ts';
import type { SettingStep } from '../../agent/settings/settings.ts';
import { changeSetting } from '../actions.ts';
import { presentAssessment } from '../assessed/use-assessed.ts';
import { wizard } from '../store.ts';
import { isValidAt } from './step-schema.ts';

interface SettingChange {
  readonly field: SettingId;
  readonly value: unknown;
  /** As undo names it. */
  readonly title: string;
  /** Whether somebody typed or chose it in this field: then it has to be valid, and letters become one step. */
  readonly typed?: boolean;
  /** What the page says of it, with the way back. */
  readonly told?: string;
}

/** @returns why it could not be written, if it could not */
export type WriteSetting = (change: SettingChange) => readonly DocumentRefusal[];

export const noRefusals: readonly DocumentRefusal[] = [];

/**
 * Writes a field's value into the documents if it is valid, and makes what the documents then
 * hold the field's own: from there on it follows them. What is not valid stays in the form.
 */
export function writeSetting(
  step: SettingStep,
  resetField: UseFormReturn['resetField'],
  { field, value, title, typed = false, told }: SettingChange,
): readonly DocumentRefusal[] {
  const settings = presentAssessment()?.settings;
  if (!settings) return noRefusals;
  if (typed && !isValidAt(step, changedSetting(settings, field, value), field)) return noRefusals;
  const mergeKey = typed && typeof value === 'string' ? field : undefined;
  changeSetting(settings, { id: field, value, title, mergeKey, told });
  const held: unknown = get(presentAssessment()?.settings, field);
  if (held !== undefined) resetField(field, { defaultValue: held, keepTouched: true });
  return wizard.getState().refused;
}

import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { type SettingStep, settingsSchema } from '../../agent/settings/settings.ts';
import { isUnder } from '../field-id.ts';

/** Each step's part of the settings, under its own name, so that a field's id is its name in the form. */
const stepSchemas: Readonly<Record<SettingStep, z.ZodType<FieldValues, FieldValues>>> = {
  namespace: settingsSchema.pick({ namespace: true }),
  security: settingsSchema.pick({ security: true }),
  components: settingsSchema.pick({ components: true }),
  sidecar: settingsSchema.pick({ sidecar: true }),
};

export const stepResolvers: Readonly<Record<SettingStep, Resolver<FieldValues>>> = {
  namespace: zodResolver(stepSchemas.namespace),
  security: zodResolver(stepSchemas.security),
  components: zodResolver(stepSchemas.components),
  sidecar: zodResolver(stepSchemas.sidecar),
};

/** The ids of the fields whose values the schema does not take. */
export function invalidFields(step: SettingStep, values: FieldValues): readonly string[] {
  const { error } = stepSchemas[step].safeParse(values);
  return error?.issues.map((issue) => issue.path.join('.')) ?? [];
}

/** Whether the schema takes the value at `field`, whatever it says of the others. */
export function isValidAt(step: SettingStep, values: FieldValues, field: string): boolean {
  return !invalidFields(step, values).some((invalid) => isUnder(invalid, field));
}

import { createContext, useContext } from 'react';
import type { Control, FieldValues } from 'react-hook-form';
import type { SettingStep } from '../../agent/settings/settings.ts';
import type { WriteSetting } from './write-setting.ts';

/** What a step's form gives to the fields in it. */
export interface StepFormApi {
  readonly step: SettingStep;
  readonly control: Control<FieldValues>;
  readonly write: WriteSetting;
  /** Whether every field is valid; if not, the fields say so and a summary lists them. */
  readonly validate: () => Promise<boolean>;
}

export const StepFormContext = createContext<StepFormApi | undefined>(undefined);

export function useStepForm(): StepFormApi {
  const form = useContext(StepFormContext);
  if (!form) throw new Error('A field needs a StepForm around it');
  return form;
}

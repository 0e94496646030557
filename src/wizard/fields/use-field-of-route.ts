import { useEffect } from 'react';
import { type StepId, useRoute } from '../route.ts';
import { focusField } from './field-id.ts';

/** Puts the focus on the field that the address asks for, on the step that is shown. */
export function useFieldOfRoute(step: StepId): void {
  const route = useRoute();
  useEffect(() => {
    if (route.step === step && route.field) focusField(route.field);
  }, [route, step]);
}

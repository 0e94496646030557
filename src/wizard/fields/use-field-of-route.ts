import { useEffect } from 'react';
import { type StepId, useRoute } from '../route.ts';
import { arriveAt } from './field-id.ts';

/** Puts the focus on the field that the address asks for, on the step that is shown. */
export function useFieldOfRoute(step: StepId): void {
  const route = useRoute();
  useEffect(() => {
    if (route.step === step && route.field) arriveAt(route.field);
  }, [route, step]);
}

import { useEffect } from 'react';
import { arriveAt } from '../field-id.ts';
import { type StepId, useRoute } from '../route.ts';
import { setActiveField } from '../store.ts';

/** Puts the focus on the field that the address asks for, on the step that is shown. */
export function useFieldOfRoute(step: StepId): void {
  const route = useRoute();
  useEffect(() => {
    if (route.step !== step) return;
    if (route.field) arriveAt(route.field);
    // The field of the step before is gone, and with it the focus that it had.
    else setActiveField(undefined);
  }, [route, step]);
}

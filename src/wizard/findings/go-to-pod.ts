import type { PodAssessment } from '../../agent/assess/assessment.ts';
import type { StepId } from '../route.ts';
import { goToField } from './go-to.ts';

/** The field that holds a pod, on its step. */
export function placeOfPod({ component, index }: PodAssessment): { step: StepId; field: string } {
  if (component === 'sentinel') return { step: 'security', field: 'security.sentinel' };
  const name = component === 'worker' ? `workers.${index ?? 0}` : component;
  return { step: 'components', field: `components.${name}` };
}

/** Opens a pod where it is set up. */
export function goToPod(pod: PodAssessment): void {
  const { step, field } = placeOfPod(pod);
  goToField(step, field);
}

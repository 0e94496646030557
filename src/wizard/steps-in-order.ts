import type { StepId } from './route.ts';

interface StepFacts {
  readonly id: StepId;
  /** As the rail and the step's heading name it. */
  readonly name: string;
  /** The guide's number of it. */
  readonly number?: number;
}

/** The steps as the rail lists them. */
export const stepsInOrder: readonly StepFacts[] = [
  { id: 'start', name: 'Start' },
  { id: 'namespace', name: 'Namespace', number: 1 },
  { id: 'security', name: 'Security', number: 2 },
  { id: 'components', name: 'Components', number: 3 },
  { id: 'sidecar', name: 'Logging sidecar', number: 4 },
  { id: 'review', name: 'Review' },
];

export function stepFacts(id: StepId): StepFacts {
  const facts = stepsInOrder.find((step) => step.id === id);
  if (!facts) throw new RangeError(`No step ${id}`);
  return facts;
}

/** The document's title on a step. */
export function stepTitle(id: StepId): string {
  const { name, number } = stepFacts(id);
  const place = number === undefined ? name : `Step ${number} of 4: ${name}`;
  return `${place} - Restricted Agent Wizard`;
}

export function neighbours(id: StepId): { previous?: StepFacts; next?: StepFacts } {
  const index = stepsInOrder.findIndex((step) => step.id === id);
  const previous = stepsInOrder[index - 1];
  const next = stepsInOrder[index + 1];
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}

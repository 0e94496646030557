import type { Assessment } from '../../agent/assess/assessment.ts';
import { missingIn, requiredIn } from '../../agent/assess/missing.ts';
import type { RequiredValue } from '../../agent/rules/required/required-values.ts';
import type { Path } from '../../yaml/path.ts';

/** A value as its row shows it. */
export interface ShownValue {
  readonly id: string;
  readonly label: string;
  readonly where: string;
  readonly path: Path;
  readonly state: RequiredValue['state'];
  readonly names: readonly string[];
  readonly fault?: string;
  readonly isMissing: boolean;
}

/** Every value that an install needs, as plain data, so that rows render only when it changes. */
export function shownIn(assessment: Assessment): readonly ShownValue[] {
  const missing = missingIn(assessment);
  return requiredIn(assessment).map((value) => {
    const { id, label, where, path, state, names, fault } = value;
    return {
      ...{ id, label, where, path, state, names },
      isMissing: missing.includes(value),
      ...(fault === undefined ? {} : { fault }),
    };
  });
}

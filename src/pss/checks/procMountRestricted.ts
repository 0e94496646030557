import type { Check } from '../check.ts';
import { requireDefaultProcMount } from './procMount.ts';

/**
 * The same rule as the baseline check's first revision. It exists so that a user namespace,
 * which excuses procMount at the baseline level, doesn't excuse it at the restricted one.
 *
 * Fields: containers[*].securityContext.procMount. Allowed: unset, Default.
 */
export const procMountRestricted: Check = {
  id: 'procMount_restricted',
  level: 'restricted',
  about: ['procMount'],
  versions: [
    {
      since: 35,
      check: requireDefaultProcMount,
      overrides: ['procMount'],
      change: {
        effect: 'none',
        says: 'The rule for procMount stays as it was; only the baseline level exempts pods from it.',
      },
    },
  ],
};

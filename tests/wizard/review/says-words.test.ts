import { expect, it } from 'vitest';
import { saysWords } from '../../../src/wizard/review/says-words.ts';
import type { Change } from '../../../src/yaml/change.ts';
import { assessed, changed, remove, set } from '../../agent/rules/base.ts';

function words(...changes: readonly Change[]) {
  const pod = assessed(changed(...changes)).pods.find(({ id }) => id === 'triggerer');
  if (pod === undefined) throw new Error('No triggerer');
  const { applied, event } = saysWords(pod);
  return [applied, event];
}

const created = 'deployment.apps/acme-triggerer created (server dry run)';
const untold =
  '# Whether the Deployment is created cannot be told from the Pod Security Standards.';

it.each([
  {
    name: 'a pod in order',
    changes: [],
    expected: [created, 'SuccessfulCreate  Created pod: acme-triggerer-7c9d8b6f5-x2x7k'],
  },
  {
    name: 'a pod that is forbidden',
    changes: [remove(['podSecurityContext', 'runAsNonRoot'])],
    expected: [
      created,
      'FailedCreate  Error creating: pods "acme-triggerer-7c9d8b6f5-x2x7k" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true (pod or container "triggerer" must set securityContext.runAsNonRoot=true)',
    ],
  },
  {
    name: 'a pod that is refused for something else is not said to be created',
    changes: [set(['triggerer', 'volumeMounts', 0, 'name'], 'gone')],
    expected: [untold, expect.stringMatching(/^# No pod is created: .*gone/)],
  },
  {
    name: 'a pod that nobody knows is not said to be created',
    changes: [set(['triggerer'], null)],
    expected: [untold, expect.stringMatching(/^# Cannot be judged: The chart wants a mapping/)],
  },
])('$name', ({ changes, expected }) => {
  expect(words(...changes)).toEqual(expected);
});

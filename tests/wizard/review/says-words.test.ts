import { expect, it } from 'vitest';
import { saysWords } from '../../../src/wizard/review/says/says-words.ts';
import type { Change } from '../../../src/yaml/change.ts';
import { assessed, changed, remove, set } from '../../agent/rules/base.ts';

function words(...changes: readonly Change[]) {
  const pod = assessed(changed(...changes)).pods.find(({ id }) => id === 'triggerer');
  if (pod === undefined) throw new Error('No triggerer');
  const { warnings, applied, event } = saysWords(pod);
  return [...warnings, applied, event];
}

const created = 'deployment.apps/acme-triggerer created (server dry run)';
const untold = '# Whether the Deployment is created cannot be told from these files.';

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
      'Warning: would violate PodSecurity "restricted:latest": runAsNonRoot != true (pod or container "triggerer" must set securityContext.runAsNonRoot=true)',
      created,
      'FailedCreate  Error creating: pods "acme-triggerer-7c9d8b6f5-x2x7k" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true (pod or container "triggerer" must set securityContext.runAsNonRoot=true)',
    ],
  },
  {
    name: 'a Deployment that is invalid has no pods',
    changes: [set(['triggerer', 'volumeMounts', 0, 'name'], 'gone')],
    expected: [
      '422 Unprocessable Entity: Deployment.apps "acme-triggerer" is invalid: spec.template.spec.containers[0].volumeMounts[0].name: Not found: "gone"',
      undefined,
    ],
  },
  {
    name: 'a Deployment that cannot be decoded has no pods',
    changes: [set(['triggerer', 'replicas'], true)],
    expected: [
      '400 Bad Request: Deployment in version "v1" cannot be handled as a Deployment: json: cannot unmarshal bool into Go struct field DeploymentSpec.spec.replicas of type int32',
      undefined,
    ],
  },
  {
    name: 'what the API server finds odd comes first',
    changes: [set(['triggerer', 'resources'], { limits: { memory: '100m' } })],
    expected: [
      'Warning: spec.template.spec.containers[0].resources.limits[memory]: fractional byte value "100m" is invalid, must be an integer',
      created,
      'SuccessfulCreate  Created pod: acme-triggerer-7c9d8b6f5-x2x7k',
    ],
  },
  {
    name: 'a pod that is refused for something else is not said to be created',
    changes: [set(['loggingSidecar', 'preStopSleepSeconds'], 'few')],
    expected: [untold, expect.stringMatching(/^# No pod is created: .*preStopSleepSeconds/)],
  },
  {
    name: 'a pod that nobody knows is not said to be created',
    changes: [set(['triggerer'], null)],
    expected: [untold, expect.stringMatching(/^# Cannot be judged: The chart wants a mapping/)],
  },
])('$name', ({ changes, expected }) => {
  expect(words(...changes)).toEqual(expected);
});

import { describe, expect, test } from 'vitest';
import type { Violation } from '../../src/pss/evaluate.ts';
import {
  detailOf,
  forbiddenMessage,
  kubectlForbiddenMessage,
  kubectlWarning,
  reasonsOf,
  relabelWarnings,
  warningMessage,
} from '../../src/pss/messages.ts';

const privileged = violation(
  'privileged',
  'container "a" must not set securityContext.privileged=true',
);
const hostPort = violation('hostPort', 'container "a" uses hostPort 80');
const both = [hostPort, privileged];
const bothText =
  'hostPort (container "a" uses hostPort 80), privileged (container "a" must not set securityContext.privileged=true)';

describe('what the API server says', () => {
  test('of the violations', () => {
    expect(detailOf(both)).toBe(bothText);
    expect(reasonsOf(both)).toBe('hostPort, privileged');
    expect(detailOf([violation('forbidden sysctls', ''), hostPort])).toBe(
      'forbidden sysctls, hostPort (container "a" uses hostPort 80)',
    );
  });

  test('when it refuses a pod', () => {
    const message = forbiddenMessage('web-1', 'restricted:latest', both);
    expect(message).toBe(
      `pods "web-1" is forbidden: violates PodSecurity "restricted:latest": ${bothText}`,
    );
    expect(kubectlForbiddenMessage(message)).toBe(`Error from server (Forbidden): ${message}`);
    expect(kubectlForbiddenMessage(message, 'pod.yaml')).toBe(
      `Error from server (Forbidden): error when creating "pod.yaml": ${message}`,
    );
  });

  test('when it warns', () => {
    const message = warningMessage('baseline:v1.34', [hostPort]);
    expect(message).toBe(
      'would violate PodSecurity "baseline:v1.34": hostPort (container "a" uses hostPort 80)',
    );
    expect(kubectlWarning(message)).toBe(`Warning: ${message}`);
  });
});

describe('what it says when a namespace gets a stricter label', () => {
  test('nothing, if no pod is affected', () => {
    expect(relabelWarnings('ns', 'baseline:latest', [])).toEqual([]);
    expect(relabelWarnings('ns', 'baseline:latest', [{ name: 'a', violations: [] }])).toEqual([]);
  });

  test('one line for all pods with the same reasons, sorted', () => {
    const pods = [
      { name: 'web-2', violations: both },
      { name: 'ok', violations: [] },
      { name: 'web-3', violations: both },
      { name: 'web-1', violations: both },
      { name: 'db-2', violations: [hostPort] },
      { name: 'db-1', violations: [hostPort] },
      { name: 'cache', violations: [privileged] },
    ];
    expect(relabelWarnings('ns', 'baseline:latest', pods)).toEqual([
      'existing pods in namespace "ns" violate the new PodSecurity enforce level "baseline:latest"',
      'cache: privileged',
      'db-1 (and 1 other pod): hostPort',
      'web-1 (and 2 other pods): hostPort, privileged',
    ]);
  });
});

function violation(reason: string, detail: string): Violation {
  return { check: 'privileged', level: 'baseline', reason, detail, fields: [] };
}

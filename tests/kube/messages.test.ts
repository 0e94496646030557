import { expect, test } from 'vitest';
import { bases, withSettings } from '../../conformance/kube/bases.ts';
import { judgeDeployment, judgePod } from '../../src/kube/judge.ts';
import { invalidMessage, undecodableMessage } from '../../src/kube/messages.ts';

const mounts = ['spec', 'containers', 0, 'volumeMounts'];

test('one fault stands alone', () => {
  const object = withSettings('deployment', [[['spec', 'replicas'], -1]]);
  expect(invalidMessage('Deployment', 'agent', judgeDeployment(object).faults)).toBe(
    'Deployment.apps "agent" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
  );
});

test('several stand in brackets, each text once', () => {
  const mount = { name: 'data', mountPath: '', subPath: '/x' };
  const object = withSettings('pod', [[mounts, [mount, { ...mount, mountPath: '/b' }]]]);
  expect(invalidMessage('Pod', 'agent', judgePod(object).faults)).toBe(
    'Pod "agent" is invalid: [spec.containers[0].volumeMounts[0].mountPath: Required value, ' +
      'spec.containers[0].volumeMounts.subPath: Invalid value: "/x": must be a relative path]',
  );
});

test('of what cannot be decoded the first is said', () => {
  const object = withSettings('pod', [
    [[...mounts, 0, 'name'], 1],
    [['spec', 'hostPID'], 'x'],
  ]);
  expect(undecodableMessage('Pod', judgePod(object).undecodable)).toBe(
    'Pod in version "v1" cannot be handled as a Pod: json: cannot unmarshal number into Go struct ' +
      'field VolumeMount.spec.containers.volumeMounts.name of type string',
  );
  expect(judgePod(bases.pod).undecodable).toEqual([]);
});

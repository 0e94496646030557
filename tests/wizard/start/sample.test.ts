import { expect, test } from 'vitest';
import { countPods, fixable } from '../../../src/agent/assess/assess.ts';
import { adoptNamespace } from '../../../src/agent/settings/lens/adopt-namespace.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import values from '../../../src/wizard/start/sample/astro-ui-sample.yaml?raw';
import { assessed } from '../../agent/rules/base.ts';

test('the sample is as long as the Astro UI’s file, and every pod of it is rejected', () => {
  const assessment = assessed(adoptNamespace({ ...starter(), values }));
  expect(values.split('\n').length).toBeGreaterThan(1000);
  expect(countPods(assessment)).toEqual({ rejected: 4, unknown: 0, fails: 0, admitted: 0 });
  expect(fixable(assessment).length).toBeGreaterThan(4);
});

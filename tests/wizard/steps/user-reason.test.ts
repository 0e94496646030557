import { expect, test } from 'vitest';
import { platformAssigned } from '../../../src/agent/settings/settings.ts';
import { userReason } from '../../../src/wizard/steps/user-reason.ts';

test.each([
  ['50000', 'The image’s own user, astro', 'The image’s own is 5000'],
  ['5000', 'The image’s own is 50000', 'The image’s own user'],
  ['0', 'The image’s own is 50000', 'The image’s own is 5000'],
  ['', 'Not set in this file', 'Not set in this file'],
  [platformAssigned, 'Left to the platform', 'Left to the platform'],
])('user %j', (value, agent, sentinel) => {
  expect(userReason(value, 'agent')).toBe(agent);
  expect(userReason(value, 'sentinel')).toBe(sentinel);
});

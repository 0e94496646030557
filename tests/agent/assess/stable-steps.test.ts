import { expect, it } from 'vitest';
import { stableSteps } from '../../../src/agent/assess/stable-steps.ts';

const data = {
  workers: [{ name: 'a/b' }, { name: 'twin' }, { name: 'twin' }, {}, { name: 'ü', env: [1] }],
};

it.each([
  ['an item by its name', ['workers', 0, 'image'], ['workers', '=a%2Fb', 'image']],
  ['one that shares its name by its index', ['workers', 1], ['workers', '1']],
  ['one without a name by its index', ['workers', 3, 'x'], ['workers', '3', 'x']],
  ['what is in it', ['workers', 4, 'env', 0], ['workers', '=%C3%BC', 'env', '0']],
  ['what is missing', ['workers', 9, 'env', 'a b'], ['workers', '9', 'env', 'a%20b']],
])('an id has %s', (_what, path, steps) => {
  expect(stableSteps(data)(path)).toEqual(steps);
});

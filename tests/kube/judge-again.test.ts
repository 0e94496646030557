import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { judgeDeployment } from '../../src/kube/judge.ts';
import { judgeDeploymentAgain } from '../../src/kube/judge-again.ts';

vi.setConfig({ testTimeout: 60_000 });

const id = fc.constantFrom<unknown>(50000, 50001, 0, -1, 2 ** 31 - 1, 2 ** 31, 1.5, '5', null);
const image = fc.constantFrom<unknown>('a:1', 'b:2', ' a:1', '', 1, null);
const text = fc.constantFrom<unknown>('x', 'y', '', 'y:$(A)', '$(A)', true, null);
const name = fc.constantFrom<unknown>('agent', 'other', 'a.b', 'Agent', '', 'a'.repeat(64));

const container = fc.record(
  {
    name: fc.constantFrom('c', 'd', 'C'),
    image,
    env: fc.array(
      fc.record(
        {
          name: fc.constantFrom('A', 'B'),
          value: text,
          valueFrom: fc.constant({ fieldRef: { fieldPath: 'metadata.name' } }),
        },
        { requiredKeys: ['name', 'value'] },
      ),
      { maxLength: 2 },
    ),
    securityContext: fc.record({ runAsUser: id, fsGroup: id }, { requiredKeys: [] }),
  },
  { requiredKeys: ['name', 'image'] },
);

const labels = fc.constantFrom({ a: 'b' }, { a: 'b', image: 'x' });

const anyDeployment = fc.record({
  metadata: fc.record({ name, labels }),
  spec: fc.record({
    replicas: fc.constantFrom(1, 2, -1),
    selector: fc.constant({ matchLabels: { a: 'b' } }),
    template: fc.record({
      metadata: fc.record({ labels }),
      spec: fc.record({
        containers: fc.array(container, { minLength: 1, maxLength: 2 }),
        securityContext: fc.record({ runAsUser: id, runAsGroup: id, fsGroup: id }),
      }),
    }),
  }),
});

const good = {
  metadata: { name: 'agent' },
  spec: {
    selector: { matchLabels: { a: 'b' } },
    template: {
      metadata: { labels: { a: 'b' } },
      spec: {
        containers: [{ name: 'c', image: 'a:1', env: [{ name: 'A', value: 'x' }] }],
        securityContext: { runAsUser: 1 },
      },
    },
  },
};

type Good = typeof good;

function changed(change: (object: Good) => unknown): Good {
  const object = structuredClone(good);
  change(object);
  return object;
}

/** A good one with one value changed: what a keystroke does. */
const near = fc
  .tuple(fc.integer({ min: 0, max: 4 }), id, image, text, name)
  .map(([which, user, picture, value, title]) =>
    changed(({ metadata, spec: { template } }) => {
      const [first] = template.spec.containers;
      if (which === 0) Object.assign(template.spec.securityContext, { runAsUser: user });
      if (which === 1) Object.assign(first ?? {}, { image: picture });
      if (which === 2) Object.assign(first?.env[0] ?? {}, { value });
      if (which === 3) Object.assign(metadata, { name: title });
      if (which === 4) Object.assign(first ?? {}, { args: [value] });
    }),
  );

const pair = fc.oneof(
  fc.tuple(anyDeployment, anyDeployment),
  fc.tuple(anyDeployment, near),
  fc.tuple(near, near),
);

it('says what is said of a Deployment that nobody knew before', () => {
  fc.assert(
    fc.property(pair, ([before, now]) => {
      const judged = judgeDeploymentAgain(judgeDeploymentAgain(undefined, before), now);
      expect(judged.judgement).toEqual(judgeDeployment(now));
      expect(judged.object).toBe(now);
    }),
    { numRuns: 2_000 },
  );
});

it.each<readonly [string, (object: Good) => unknown]>([
  ['nothing', () => undefined],
  ['the user', ({ spec }) => Object.assign(spec.template.spec.securityContext, { runAsUser: 2 })],
  ['the name', ({ metadata }) => Object.assign(metadata, { name: 'other' })],
  ['an image', ({ spec }) => Object.assign(spec.template.spec.containers[0] ?? {}, { image: 'b' })],
  [
    'a variable',
    ({ spec }) => Object.assign(spec.template.spec.containers[0]?.env[0] ?? {}, { value: 'y' }),
  ],
])('does not judge again where %s differs', (_, change) => {
  const before = judgeDeploymentAgain(undefined, good);
  expect(before.judgement.faults).toEqual([]);
  expect(judgeDeploymentAgain(before, changed(change)).judgement).toBe(before.judgement);
});

it('judges again what was refused, unless it is the same', () => {
  const bad = changed(({ metadata }) => Object.assign(metadata, { name: 'A' }));
  const before = judgeDeploymentAgain(undefined, bad);
  expect(judgeDeploymentAgain(before, structuredClone(bad)).judgement).toBe(before.judgement);
  const other = changed(({ metadata }) => Object.assign(metadata, { name: 'B' }));
  expect(judgeDeploymentAgain(before, other).judgement).not.toBe(before.judgement);
});

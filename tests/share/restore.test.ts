import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../../src/agent/settings/settings.ts';
import { defaultSettings } from '../../src/share/default-settings.ts';
import { restore } from '../../src/share/restore.ts';
import { anySettings } from '../agent/settings/any-settings.ts';

const defaults = defaultSettings();

const messages = (settings: unknown) =>
  restore({ version: 1, settings }).notices.map(({ code, message }) => `${code}: ${message}`);

test('nothing that differs is the default', () => {
  expect(restore({ version: 1, settings: {} })).toEqual({ settings: defaults, notices: [] });
  expect(restore({ version: 1 })).toEqual({ settings: defaults, notices: [] });
});

describe('unaccepted a field and says which', () => {
  test.each([
    [
      'an unknown field',
      { namespace: { nmae: 'x' } },
      ['unknown-field: namespace.nmae: There is no such setting here; it is left out.'],
    ],
    [
      'an unknown group',
      { cluster: { a: 1 } },
      ['unknown-field: cluster: There is no such setting here; it is left out.'],
    ],
    [
      'an invalid text',
      { namespace: { name: 'Not A Label' } },
      [
        'invalid-field: namespace.name: Use lower case letters, digits and hyphens; start and end with a letter or digit. The default is used.',
      ],
    ],
    [
      'control characters',
      { sidecar: { image: 'a\u0007b' } },
      ['invalid-field: sidecar.image: Leave out control characters. The default is used.'],
    ],
    [
      'a group that is none',
      { security: { pod: [] } },
      ['invalid-field: security.pod: This was not a group of settings, so the default is used.'],
    ],
    [
      'a list that is none',
      { components: { workers: { length: 9 } } },
      ['invalid-field: components.workers: This was not a list, so the default is used.'],
    ],
    [
      'fields that do not go together',
      { security: { pod: { seccompProfile: { type: 'Localhost' } } } },
      [
        'invalid-field: security.pod.seccompProfile: Enter the profile’s path on the node, such as profiles/agent.json. The default is used.',
      ],
    ],
    [
      'an item that lacks a field',
      { namespace: { labels: [{ key: 'a' }, { key: 'b', value: 'c' }] } },
      [
        'invalid-field: namespace.labels.0: This is missing or of another kind. This item is left out.',
      ],
    ],
  ])('%s', (_, settings, expected) => {
    expect(messages(settings)).toEqual(expected);
  });

  test('and keeps what stands beside it', () => {
    const { settings } = restore({
      version: 1,
      settings: { namespace: { name: '', labels: [{ key: 'a', value: 'b' }, 7] } },
    });
    expect(settings.namespace).toEqual({
      ...defaults.namespace,
      labels: [{ key: 'a', value: 'b' }],
    });
  });

  test('two of one name: the first stays', () => {
    const labels = [
      { key: 'a', value: '1' },
      { key: 'a', value: '2' },
    ];
    const { settings, notices } = restore({ version: 1, settings: { namespace: { labels } } });
    expect(settings.namespace.labels).toEqual([{ key: 'a', value: '1' }]);
    expect(notices).toHaveLength(1);
  });
});

describe('is not led astray', () => {
  test('by the names that objects inherit', () => {
    const input: unknown = JSON.parse(
      '{"version":1,"settings":{"__proto__":{"polluted":1},"constructor":1,"namespace":{"__proto__":{"name":"evil"}}}}',
    );
    const { settings, notices } = restore(input);
    expect(settings).toEqual(defaults);
    expect(notices).toHaveLength(3);
    expect('polluted' in {}).toBe(false);
  });

  test('by a huge list', () => {
    const labels = Array.from({ length: 100_000 }, (_, i) => ({ key: `k${i}`, value: '' }));
    const { settings } = restore({ version: 1, settings: { namespace: { labels } } });
    expect(settings.namespace.labels.length).toBe(500);
  });

  test('by thousands of unknown names', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`x${i}`, 1]));
    expect(restore({ version: 1, settings: many }).notices).toHaveLength(21);
  });

  test('by a name full of control characters', () => {
    expect(messages({ ['a\n\u001b[31m'.repeat(40)]: 1 })[0]).not.toMatch(/\p{Cc}/u);
  });

  test.each([
    undefined,
    null,
    7,
    'text',
    [],
    {},
    { version: '1' },
    { version: 0 },
    { version: 1.5 },
  ])('by %j', (input) => {
    const { settings, notices } = restore(input);
    expect(settings).toEqual(defaults);
    expect(notices.map(({ code }) => code)).toEqual(['unknown-version']);
  });

  test('by any data at all', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.anything(), (a, b) => {
        for (const settings of [a, { namespace: a, components: { workers: [a, b] }, sidecar: b }]) {
          const restored = restore({ version: 1, settings });
          expect(settingsSchema.safeParse(restored.settings).success).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('a newer version is not guessed at', () => {
  const { settings, notices } = restore({ version: 2, settings: { namespace: { name: 'x' } } });
  expect(settings).toEqual(defaults);
  expect(notices.map(({ code }) => code)).toEqual(['newer-version']);
});

test('whole settings come through as they are', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      expect(restore({ version: 1, settings })).toEqual({ settings, notices: [] });
    }),
    { numRuns: 200 },
  );
}, 60_000);

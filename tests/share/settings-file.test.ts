import { expect, test } from 'vitest';
import { defaultSettings } from '../../src/share/default-settings.ts';
import { isSettingsFile, readSettingsFile, settingsFile } from '../../src/share/settings-file.ts';

const defaults = defaultSettings();

test('a file holds what differs, and nothing of the sidecar’s config that may be a credential', () => {
  const settings = {
    ...defaults,
    namespace: { ...defaults.namespace, name: 'prod' },
    sidecar: { ...defaults.sidecar, config: 'password: hunter2\n' },
  };
  const file = settingsFile(settings);
  expect(file).toBe(
    '{\n  "version": 1,\n  "settings": {\n    "namespace": {\n      "name": "prod"\n    }\n  }\n}\n',
  );
  expect(readSettingsFile(file)).toEqual({
    settings: { ...settings, sidecar: defaults.sidecar },
    notices: [],
  });
});

test.each([
  ['no JSON', '{', 'damaged'],
  ['something else', '[]', 'unknown-version'],
  ['a later version', '{"version": 2}', 'newer-version'],
  ['too much', ' '.repeat(1_048_577), 'too-large'],
])('%s gives the defaults and a notice', (_, text, code) => {
  const { settings, notices } = readSettingsFile(text);
  expect(settings).toEqual(defaults);
  expect(notices.map((notice) => notice.code)).toEqual([code]);
});

test.each([
  [settingsFile(defaults), true],
  ['{"version":7}', true],
  ['\uFEFF{ "version" : 1, "settings": {} }', true],
  ['{"namespace": "agents", "version": 1}', false],
  ['version: 1\nsettings: {}\n', false],
  ['{"version": "1.2.3"}', false],
])('%j is a file of settings: %s', (text, expected) => {
  expect(isSettingsFile(text)).toBe(expected);
});

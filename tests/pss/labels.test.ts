import { describe, expect, test } from 'vitest';
import {
  compareLevels,
  LABEL_PREFIX,
  levelLabel,
  MODES,
  NO_DEFAULTS,
  parseVersion,
  readPolicy,
  versionLabel,
} from '../../src/pss/labels.ts';

describe('the labels', () => {
  test('are two per mode', () => {
    expect(LABEL_PREFIX).toBe('pod-security.kubernetes.io/');
    expect(MODES.flatMap((mode) => [levelLabel(mode), versionLabel(mode)])).toEqual([
      'pod-security.kubernetes.io/enforce',
      'pod-security.kubernetes.io/enforce-version',
      'pod-security.kubernetes.io/audit',
      'pod-security.kubernetes.io/audit-version',
      'pod-security.kubernetes.io/warn',
      'pod-security.kubernetes.io/warn-version',
    ]);
  });
});

describe('readPolicy', () => {
  test('gives level, version and text of each mode', () => {
    const { enforce, audit, warn, errors } = readPolicy({
      [levelLabel('enforce')]: 'restricted',
      [versionLabel('enforce')]: 'v1.34',
    });
    expect(enforce).toEqual({ level: 'restricted', version: 34, text: 'restricted:v1.34' });
    expect(audit).toEqual({ level: 'privileged', version: 'latest', text: 'privileged:latest' });
    expect(warn).toEqual(enforce);
    expect(errors).toEqual([]);
  });

  test('names the label of an error', () => {
    const { enforce, warn, errors } = readPolicy({
      [levelLabel('enforce')]: 'tight',
      [versionLabel('warn')]: '1.2',
    });
    expect(enforce.text).toBe('restricted:latest');
    expect(warn).toEqual({ level: 'privileged', version: 'latest', text: 'privileged:latest' });
    expect(errors).toEqual([
      {
        label: 'pod-security.kubernetes.io/enforce',
        message:
          'metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: "tight": must be one of privileged, baseline, restricted',
      },
      {
        label: 'pod-security.kubernetes.io/warn-version',
        message:
          'metadata.labels[pod-security.kubernetes.io/warn-version]: Invalid value: "1.2": must be "latest" or "v1.x"',
      },
    ]);
  });

  test('lets warn follow with the version of its own label', () => {
    const { warn } = readPolicy({
      [levelLabel('enforce')]: 'baseline',
      [versionLabel('enforce')]: 'v1.34',
      [versionLabel('warn')]: 'v1.30',
    });
    expect(warn).toEqual({ level: 'baseline', version: 30, text: 'baseline:v1.30' });
  });

  test('lets warn follow only a label, not the default of the cluster', () => {
    const strict = { level: 'restricted', version: 'v1.30' } as const;
    const { enforce, warn } = readPolicy({}, { ...NO_DEFAULTS, enforce: strict });
    expect(enforce.text).toBe('restricted:v1.30');
    expect(warn.text).toBe('privileged:latest');
  });

  test('keeps a default for warn that is as strict', () => {
    const same = { level: 'baseline', version: 'v1.30' } as const;
    const { warn } = readPolicy(
      { [levelLabel('enforce')]: 'baseline' },
      { ...NO_DEFAULTS, warn: same },
    );
    expect(warn.text).toBe('baseline:v1.30');
  });
});

describe('parseVersion', () => {
  test.each([
    ['latest', 'latest'],
    ['v1.0', 0],
    ['v1.34', 34],
    ['v1.9223372036854775807', 2 ** 63],
    ['v1.9223372036854775808', undefined],
    ['v1.01', undefined],
    ['v1.3a', undefined],
    ['xv1.3', undefined],
    ['v1x3', undefined],
    ['', undefined],
  ])('reads %j', (text, version) => {
    expect(parseVersion(text)).toBe(version);
  });
});

describe('compareLevels', () => {
  test('orders by strictness', () => {
    expect(compareLevels('restricted', 'baseline')).toBeGreaterThan(0);
    expect(compareLevels('baseline', 'privileged')).toBeGreaterThan(0);
    expect(compareLevels('privileged', 'restricted')).toBeLessThan(0);
    expect(compareLevels('baseline', 'baseline')).toBe(0);
  });
});

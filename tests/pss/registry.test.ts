import { describe, expect, test } from 'vitest';
import { CHECKS, checksOf, NEWEST_MINOR } from '../../src/pss/registry.ts';
import { compareBytes } from '../../src/pss/words.ts';

const ids = CHECKS.map(({ id }) => id);

describe('the registry', () => {
  test('names each check once', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(19);
  });

  test('is in the order of messages: baseline first, then ids by their bytes', () => {
    const order = ['baseline', 'restricted'];
    const sorted = [...CHECKS].sort(
      (a, b) => order.indexOf(a.level) - order.indexOf(b.level) || compareBytes(a.id, b.id),
    );
    expect(ids).toEqual(sorted.map(({ id }) => id));
  });

  test.each(CHECKS)('$id has increasing versions, each with its change', ({ versions }) => {
    const minors = versions.map(({ since }) => since);
    expect(minors).toEqual([...new Set(minors)].sort((a, b) => a - b));
    expect(minors.length).toBeGreaterThan(0);
    for (const { since, change } of versions) {
      expect(since).toBeGreaterThanOrEqual(0);
      expect(change === undefined).toBe(since === 0);
    }
  });

  test.each(CHECKS)('$id overrides only baseline checks, and only if restricted', (check) => {
    const overrides = check.versions.flatMap((revision) => revision.overrides ?? []);
    for (const overridden of overrides) {
      expect(check.level).toBe('restricted');
      expect(CHECKS.find(({ id }) => id === overridden)?.level).toBe('baseline');
    }
  });

  test('knows versions up to the newest change', () => {
    expect(NEWEST_MINOR).toBe(37);
  });
});

describe('the checks of a policy', () => {
  const idsOf = (level: 'baseline' | 'restricted', version: number) =>
    checksOf({ level, version }).map(({ id }) => id);

  test('are none at the privileged level', () => {
    expect(checksOf({ level: 'privileged', version: 'latest' })).toEqual([]);
    expect(checksOf({ level: 'privileged', version: 0 })).toEqual([]);
  });

  test('follow the table of revisions at every version', () => {
    for (let minor = 0; minor <= NEWEST_MINOR; minor += 1) {
      for (const level of ['baseline', 'restricted'] as const) {
        const rules = checksOf({ level, version: minor });
        for (const { id, rule, revision } of rules) {
          const check = CHECKS.find((known) => known.id === id);
          const current = check?.versions.filter(({ since }) => since <= minor).at(-1);
          expect(rule).toBe(current?.check);
          expect(revision).toBe(current);
        }
      }
    }
  });

  test('at the baseline level are those of that level', () => {
    expect(idsOf('baseline', 33)).toEqual(
      ids.slice(0, 12).filter((id) => !id.startsWith('hostPr')),
    );
    expect(idsOf('baseline', 34)).toEqual(ids.slice(0, 12));
  });

  test('at the restricted level leave out what is overridden, from that version on', () => {
    const both = (version: number, baseline: string, restricted: string) => {
      const active: readonly string[] = idsOf('restricted', version);
      return [active.includes(baseline), active.includes(restricted)];
    };
    expect(both(0, 'hostPathVolumes', 'restrictedVolumes')).toEqual([false, true]);
    expect(both(18, 'seccompProfile_baseline', 'seccompProfile_restricted')).toEqual([true, false]);
    expect(both(19, 'seccompProfile_baseline', 'seccompProfile_restricted')).toEqual([false, true]);
    expect(both(37, 'seccompProfile_baseline', 'seccompProfile_restricted')).toEqual([false, true]);
    expect(both(21, 'capabilities_baseline', 'capabilities_restricted')).toEqual([true, false]);
    expect(both(22, 'capabilities_baseline', 'capabilities_restricted')).toEqual([false, true]);
    expect(both(37, 'capabilities_baseline', 'capabilities_restricted')).toEqual([false, true]);
    expect(both(34, 'procMount', 'procMount_restricted')).toEqual([true, false]);
    expect(both(35, 'procMount', 'procMount_restricted')).toEqual([false, true]);
  });
});

import { describe, expect, test } from 'vitest';
import type { CheckId, FieldRef, Version } from '../../src/pss/check.ts';
import { evaluate } from '../../src/pss/evaluate.ts';
import type {
  Annotations,
  Container,
  Pod,
  PodSecurityContext,
  PodSpec,
  SecurityContext,
} from '../../src/pss/pod.ts';
import { CHECKS } from '../../src/pss/registry.ts';

/** One row of a check's table: a pod, and exactly what the check says of it. */
export interface Case {
  readonly when: string;
  readonly pod: Pod;
  /** Latest, unless the row is about an older version. */
  readonly version?: Version;
  /** `reason (detail)`, or null if the check allows the pod. */
  readonly says: string | null;
  /** The fields at fault, as `show` writes them. */
  readonly fields?: readonly string[];
}

/** Runs a table against one check, at the level that the check belongs to. */
export function checkTable(id: CheckId, cases: readonly Case[]): void {
  const level = CHECKS.find((check) => check.id === id)?.level ?? 'privileged';
  describe(id, () => {
    test.each(cases)('$when', ({ pod, version = 'latest', says, fields = [] }) => {
      const found = evaluate(pod, { level, version }).filter(({ check }) => check === id);
      expect(found.map(({ reason, detail }) => `${reason} (${detail})`)).toEqual(
        says === null ? [] : [says],
      );
      expect(found.flatMap((violation) => violation.fields.map(show))).toEqual(fields);
      expect(found.every((violation) => violation.level === level)).toBe(true);
    });
  });
}

/** `spec/containers/0/ports of a`, with `no ` before a field that should exist. */
export function show({ path, missing, container }: FieldRef): string {
  const owner = container === undefined ? '' : ` of ${container}`;
  return `${missing ? 'no ' : ''}${path.join('/')}${owner}`;
}

/** A pod with these containers and nothing else to say. */
export function podWith(...containers: readonly Container[]): Pod {
  return { spec: { containers } };
}

/** A pod whose containers `a`, `b`, ... have these security contexts. */
export function contexts(...list: readonly SecurityContext[]): Pod {
  return securedPod({}, ...list);
}

/** The same with a security context of the pod's own. */
export function securedPod(
  securityContext: PodSecurityContext,
  ...list: readonly SecurityContext[]
): Pod {
  const containers = list.map((context, index) => ({
    name: 'abcdef'.charAt(index),
    securityContext: context,
  }));
  return { spec: { securityContext, containers } };
}

/** The pod with more in its spec. */
export function withSpec(pod: Pod, spec: PodSpec): Pod {
  return { ...pod, spec: { ...pod.spec, ...spec } };
}

export function annotated(pod: Pod, annotations: Annotations): Pod {
  return { ...pod, metadata: { annotations } };
}

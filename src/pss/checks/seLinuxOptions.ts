import type { Check, FieldRef, Rule } from '../check.ts';
import { containerField, podField, setters } from '../fields.ts';
import type { CommonSecurityContext } from '../pod.ts';
import { indexesWhere, isSet, type Subject, textOf } from '../subject.ts';
import { joinQuote, pluralize, sortedSet } from '../words.ts';

/**
 * SELinux labels must keep the type of a confined container, and must not choose a user or a
 * role. The level is free.
 *
 * Fields: type, user and role of spec.securityContext.seLinuxOptions and of every container's.
 * Allowed: user and role unset or empty; type unset, empty or one of those below.
 */
export const seLinuxOptions: Check = {
  id: 'seLinuxOptions',
  level: 'baseline',
  versions: [
    { since: 0, check: confineTo('container_t', 'container_init_t', 'container_kvm_t') },
    {
      since: 31,
      check: confineTo('container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'),
      change: {
        effect: 'looser',
        says: 'The SELinux type container_engine_t is allowed.',
      },
    },
  ],
};

function confineTo(...types: readonly string[]): Rule {
  const allowedTypes: ReadonlySet<string> = new Set(['', ...types]);
  const isBad = (context: CommonSecurityContext) => faultsOf(context, allowedTypes).length > 0;

  return (subject) => {
    const pod = isBad(subject.security);
    const containers = indexesWhere(subject.contexts, isBad);
    if (!pod && containers.length === 0) return undefined;
    const faults = [subject.security, ...subject.contexts].flatMap((context) =>
      faultsOf(context, allowedTypes),
    );
    return {
      reason: 'seLinuxOptions',
      detail: `${setters(subject, pod, containers)} set forbidden securityContext.seLinuxOptions: ${describe(faults)}`,
      fields: fieldsAtFault(subject, containers, allowedTypes),
    };
  };
}

interface Fault {
  readonly field: 'type' | 'user' | 'role';
  readonly value: string;
}

const NO_FAULTS: readonly Fault[] = [];

function faultsOf(
  { seLinuxOptions: options }: CommonSecurityContext,
  allowedTypes: ReadonlySet<string>,
): readonly Fault[] {
  if (!isSet(options)) return NO_FAULTS;
  const faults: Fault[] = [];
  const [type, user, role] = [textOf(options.type), textOf(options.user), textOf(options.role)];
  if (!allowedTypes.has(type)) faults.push({ field: 'type', value: type });
  if (user !== '') faults.push({ field: 'user', value: user });
  if (role !== '') faults.push({ field: 'role', value: role });
  return faults;
}

function describe(faults: readonly Fault[]): string {
  const types = sortedSet(faults.filter(({ field }) => field === 'type').map(({ value }) => value));
  const parts: string[] = [];
  if (types.length > 0)
    parts.push(`${pluralize('type', 'types', types.length)} ${joinQuote(types)}`);
  if (faults.some(({ field }) => field === 'user')) parts.push('user may not be set');
  if (faults.some(({ field }) => field === 'role')) parts.push('role may not be set');
  return parts.join('; ');
}

function fieldsAtFault(
  subject: Subject,
  containers: readonly number[],
  allowedTypes: ReadonlySet<string>,
): readonly FieldRef[] {
  const below = ['securityContext', 'seLinuxOptions'];
  return [
    ...faultsOf(subject.security, allowedTypes).map(({ field }) =>
      podField(subject, ['spec', ...below, field]),
    ),
    ...containers.flatMap((index) =>
      faultsOf(subject.contexts[index] ?? {}, allowedTypes).map(({ field }) =>
        containerField(subject, index, [...below, field]),
      ),
    ),
  ];
}

import type { Check, Evaluate, FieldRef } from '../check.ts';
import { contextField, podContextField } from '../fields.ts';
import { nameSetters, type Setters, settersWhere, settingsOf } from '../setters.ts';
import type { SecurityFields, Subject } from '../subject.ts';
import { objectOf, textOf } from '../values.ts';
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
  about: ['seLinuxOptions'],
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

function confineTo(...types: readonly string[]): Evaluate {
  const allowedTypes: ReadonlySet<string> = new Set(['', ...types]);
  const isBad = (security: SecurityFields) => faultsOf(security, allowedTypes).length > 0;

  return (subject) => {
    const bad = settersWhere(subject, isBad);
    if (bad === undefined) return undefined;
    const faults = settingsOf(subject, bad).flatMap((setting) => faultsOf(setting, allowedTypes));
    return {
      reason: 'seLinuxOptions',
      detail: `${nameSetters(bad)} set forbidden securityContext.seLinuxOptions: ${describe(faults)}`,
      fields: fieldsAtFault(subject, bad, allowedTypes),
    };
  };
}

interface Fault {
  readonly field: 'type' | 'user' | 'role';
  readonly value: string;
}

function faultsOf(
  { seLinuxOptions }: SecurityFields,
  allowedTypes: ReadonlySet<string>,
): readonly Fault[] {
  const options = objectOf(seLinuxOptions);
  const type = textOf(options.type);
  const user = textOf(options.user);
  const role = textOf(options.role);
  const faults: Fault[] = [];
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
  { containers }: Setters,
  allowedTypes: ReadonlySet<string>,
): readonly FieldRef[] {
  return [
    ...faultsOf(subject.security, allowedTypes).map(({ field }) =>
      podContextField(subject, 'seLinuxOptions', field),
    ),
    ...containers.flatMap((container) =>
      faultsOf(container.security, allowedTypes).map(({ field }) =>
        contextField(container, 'seLinuxOptions', field),
      ),
    ),
  ];
}

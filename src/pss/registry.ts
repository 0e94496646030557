import type { Check, Evaluate, Level, Policy, Revision } from './check.ts';
import { allowPrivilegeEscalation } from './checks/allowPrivilegeEscalation.ts';
import { appArmorProfile } from './checks/appArmorProfile.ts';
import { capabilitiesBaseline } from './checks/capabilitiesBaseline.ts';
import { capabilitiesRestricted } from './checks/capabilitiesRestricted.ts';
import { hostNamespaces } from './checks/hostNamespaces.ts';
import { hostPathVolumes } from './checks/hostPathVolumes.ts';
import { hostPorts } from './checks/hostPorts.ts';
import { hostProbesAndHostLifecycle } from './checks/hostProbesAndHostLifecycle.ts';
import { privileged } from './checks/privileged.ts';
import { procMount } from './checks/procMount.ts';
import { procMountRestricted } from './checks/procMountRestricted.ts';
import { restrictedVolumes } from './checks/restrictedVolumes.ts';
import { runAsNonRoot } from './checks/runAsNonRoot.ts';
import { runAsUser } from './checks/runAsUser.ts';
import { seccompProfileBaseline } from './checks/seccompProfileBaseline.ts';
import { seccompProfileRestricted } from './checks/seccompProfileRestricted.ts';
import { seLinuxOptions } from './checks/seLinuxOptions.ts';
import { sysctls } from './checks/sysctls.ts';
import { windowsHostProcess } from './checks/windowsHostProcess.ts';
import { ALWAYS, MENTIONS } from './mentions.ts';

/** Every check, in the order of messages: baseline before restricted, then ids by their bytes. */
export const CHECKS: readonly Check[] = [
  appArmorProfile,
  capabilitiesBaseline,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  privileged,
  procMount,
  seLinuxOptions,
  seccompProfileBaseline,
  sysctls,
  windowsHostProcess,
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  procMountRestricted,
  restrictedVolumes,
  runAsNonRoot,
  runAsUser,
  seccompProfileRestricted,
];

/** The newest minor at which a check changed. Newer policies, and `latest`, mean this one. */
export const NEWEST_MINOR = Math.max(
  ...CHECKS.flatMap(({ versions }) => versions.map(({ since }) => since)),
);

/** A check with the revision that is in force at one version. */
export interface ActiveCheck {
  readonly id: Check['id'];
  readonly level: Check['level'];
  readonly revision: Revision;
  readonly rule: Evaluate;
  /** Bits of MENTIONS: the rule has nothing to say of a pod that mentions none of these fields. */
  readonly about: number;
}

interface VersionTable {
  readonly minors: readonly (readonly ActiveCheck[])[];
  readonly latest: readonly ActiveCheck[];
}

const TABLES: Readonly<Record<Level, VersionTable>> = {
  privileged: { minors: [], latest: [] },
  baseline: tableOf(baselineAt),
  restricted: tableOf(restrictedAt),
};

/**
 * The checks that a policy runs, in the order of messages. A version that isn't a known minor
 * means latest, as an unreadable version label does.
 */
export function checksOf({ level, version }: Policy): readonly ActiveCheck[] {
  const { minors, latest } = TABLES[level];
  return version === 'latest' ? latest : (minors[version] ?? latest);
}

function tableOf(checksAt: (minor: number) => readonly ActiveCheck[]): VersionTable {
  const minors = Array.from({ length: NEWEST_MINOR + 1 }, (_, minor) => checksAt(minor));
  return { minors, latest: checksAt(NEWEST_MINOR) };
}

function baselineAt(minor: number): readonly ActiveCheck[] {
  return activeAt(minor).filter(({ level }) => level === 'baseline');
}

function restrictedAt(minor: number): readonly ActiveCheck[] {
  const active = activeAt(minor);
  const overridden = new Set(active.flatMap(({ revision }) => revision.overrides ?? []));
  return active.filter(({ id }) => !overridden.has(id));
}

function activeAt(minor: number): readonly ActiveCheck[] {
  return CHECKS.flatMap((check) => revisionAt(check, minor));
}

/** The newest revision up to a minor; none if the check is younger. */
function revisionAt({ id, level, about, versions }: Check, minor: number): readonly ActiveCheck[] {
  const revision = versions.findLast(({ since }) => since <= minor);
  if (revision === undefined) return [];
  const mentions = about?.reduce((bits, field) => bits | MENTIONS[field], 0) ?? ALWAYS;
  return [{ id, level, revision, rule: revision.check, about: mentions }];
}

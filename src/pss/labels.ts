import type { Level, Policy, Version } from './check.ts';
import { goQuote } from './words.ts';

/** How the API server reads the Pod Security labels of a namespace. */

export const MODES = ['enforce', 'audit', 'warn'] as const;

/** What happens on a violation: refusal of the pod, a note in the audit log, or a warning. */
export type Mode = (typeof MODES)[number];

export const LEVELS: readonly Level[] = ['privileged', 'baseline', 'restricted'];

export const LABEL_PREFIX = 'pod-security.kubernetes.io/';

/** The policy of one mode, with the text that messages use for it. */
export interface ModePolicy extends Policy {
  /** `restricted:latest`, `baseline:v1.34`: the version as the label has it. */
  readonly text: string;
}

export interface LabelError {
  readonly label: string;
  readonly message: string;
}

export type NamespacePolicy = Readonly<Record<Mode, ModePolicy>> & {
  /** A namespace can't be created with these, and can't be changed to have new ones. */
  readonly errors: readonly LabelError[];
};

/** A cluster's defaults for namespaces without labels: level and version label of each mode. */
export type ClusterDefaults = Readonly<
  Record<Mode, { readonly level: Level; readonly version: string }>
>;

const UNCONFIGURED = { level: 'privileged', version: 'latest' } as const;

/** The defaults of a cluster without a PodSecurityConfiguration. */
export const NO_DEFAULTS: ClusterDefaults = {
  enforce: UNCONFIGURED,
  audit: UNCONFIGURED,
  warn: UNCONFIGURED,
};

export function levelLabel(mode: Mode): string {
  return `${LABEL_PREFIX}${mode}`;
}

export function versionLabel(mode: Mode): string {
  return `${LABEL_PREFIX}${mode}-version`;
}

/**
 * The policy in force in a namespace. Invalid labels count too: an invalid enforce level is
 * restricted, an invalid audit or warn level privileged, an invalid version latest. Without a
 * warn label, warn follows an enforce label that is stricter than the cluster's default.
 */
export function readPolicy(
  labels: Readonly<Record<string, string>>,
  defaults: ClusterDefaults = NO_DEFAULTS,
): NamespacePolicy {
  const errors: LabelError[] = [];
  const enforce = readMode('enforce', 'restricted', labels, defaults, errors);
  const audit = readMode('audit', 'privileged', labels, defaults, errors);
  const warn = readMode('warn', 'privileged', labels, defaults, errors);
  const followed = follow(warn, enforce, labels);
  return {
    enforce: modePolicy(enforce),
    audit: modePolicy(audit),
    warn: modePolicy(followed),
    errors,
  };
}

/** Reads a version label; undefined if it is neither `latest` nor a minor such as `v1.34`. */
export function parseVersion(text: string): Version | undefined {
  if (text === 'latest') return text;
  const digits = /^v1\.(0|[1-9][0-9]*)$/.exec(text)?.[1];
  if (digits === undefined || BigInt(digits) > LARGEST_MINOR) return undefined;
  return Number(digits);
}

/** Orders levels by strictness: positive if `a` is the stricter one. */
export function compareLevels(a: Level, b: Level): number {
  return LEVELS.indexOf(a) - LEVELS.indexOf(b);
}

/** The API server keeps minors in 64 bits. */
const LARGEST_MINOR = 2n ** 63n - 1n;

interface Reading {
  readonly level: Level;
  readonly version: Version;
  readonly versionText: string;
  readonly levelIsValid: boolean;
}

function readMode(
  mode: Mode,
  invalidLevel: Level,
  labels: Readonly<Record<string, string>>,
  defaults: ClusterDefaults,
  errors: LabelError[],
): Reading {
  const levelText = labels[levelLabel(mode)] ?? defaults[mode].level;
  const level = LEVELS.find((known) => known === levelText);
  if (level === undefined) {
    errors.push(invalid(levelLabel(mode), levelText, `must be one of ${LEVELS.join(', ')}`));
  }
  const versionText = labels[versionLabel(mode)] ?? defaults[mode].version;
  const version = parseVersion(versionText);
  if (version === undefined) {
    errors.push(invalid(versionLabel(mode), versionText, 'must be "latest" or "v1.x"'));
  }
  return {
    level: level ?? invalidLevel,
    version: version ?? 'latest',
    versionText: version === undefined ? 'latest' : versionText,
    levelIsValid: level !== undefined,
  };
}

function follow(
  warn: Reading,
  enforce: Reading,
  labels: Readonly<Record<string, string>>,
): Reading {
  const isAsked =
    labels[levelLabel('warn')] === undefined && labels[levelLabel('enforce')] !== undefined;
  if (!isAsked || !enforce.levelIsValid || compareLevels(enforce.level, warn.level) <= 0) {
    return warn;
  }
  if (labels[versionLabel('warn')] !== undefined) return { ...warn, level: enforce.level };
  return enforce;
}

function modePolicy({ level, version, versionText }: Reading): ModePolicy {
  return { level, version, text: `${level}:${versionText}` };
}

function invalid(label: string, value: string, rule: string): LabelError {
  const message = `metadata.labels[${label}]: Invalid value: ${goQuote(value)}: ${rule}`;
  return { label, message };
}

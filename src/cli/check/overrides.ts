import {
  LEVELS,
  levelLabel,
  MODES,
  type Mode,
  parseVersion,
  versionLabel,
} from '../../pss/index.ts';
import type { Outcome } from '../failure.ts';

type Labels = Readonly<Record<string, string>>;

/** Policies from the command line, which stand above what the namespaces say. */
export interface Overrides {
  readonly modes: ReadonlySet<Mode>;
  /** As a namespace would have them. */
  readonly labels: Labels;
}

/**
 * Reads `restricted`, `restricted:latest` or `baseline:v1.34` for each mode.
 * @param wordFor what the command line has for a mode, if anything
 */
export function readOverrides(wordFor: (mode: Mode) => string | undefined): Outcome<Overrides> {
  const labels: Record<string, string> = {};
  const modes = new Set<Mode>();
  for (const mode of MODES) {
    const word = wordFor(mode);
    if (word === undefined) continue;
    const [level = '', version = 'latest', ...more] = word.split(':');
    const isKnown = LEVELS.some((known) => known === level);
    if (!isKnown || parseVersion(version) === undefined || more.length > 0) {
      return { ok: false, problem: noPolicy(mode, word) };
    }
    modes.add(mode);
    labels[levelLabel(mode)] = level;
    labels[versionLabel(mode)] = version;
  }
  return { ok: true, value: { modes, labels } };
}

function noPolicy(mode: Mode, word: string) {
  return {
    message: `--${mode} ${word} is no policy.`,
    remedy: `Write one of ${LEVELS.join(', ')}, with a version if need be: restricted:v1.34.`,
  };
}

/** For a namespace that nothing is known of: what this is all about, unless something else is said. */
export function assumedLabels({ labels }: Overrides): Labels {
  return { [levelLabel('enforce')]: 'restricted', ...labels };
}

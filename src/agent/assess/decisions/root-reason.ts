import { listOf, type Mapping, textOf, valueAt } from '../../documents/plain.ts';

/** What in a container's command only root can do. */
export interface RootReason {
  readonly kind: 'owner' | 'network' | 'kernel' | 'packages';
  /** The command, as it is written: `chown -R 50000:50000 /data`. */
  readonly command: string;
}

const programs: readonly (readonly [RootReason['kind'], readonly string[]])[] = [
  ['owner', ['chown', 'chgrp', 'chmod', 'setfacl']],
  ['network', ['iptables', 'iptables-restore', 'ip6tables', 'nft', 'istio-iptables', 'tc']],
  ['kernel', ['sysctl', 'modprobe', 'mount', 'swapoff']],
  ['packages', ['apt-get', 'apt', 'apk', 'yum', 'dnf', 'microdnf']],
];

/** Where one command of a shell ends and the next begins. */
const separators = /[\n;|&]+/;
/** A command of such a length is shown in full. */
const shownLength = 80;

/** Why a container seems to need root, by the first of its commands that only root can run. */
export function rootReason(container: Mapping): RootReason | undefined {
  const words = ['command', 'args'].flatMap((key) => listOf(valueAt(container, key)).map(textOf));
  // A list is one command, unless a word of it is a script of several.
  const commands = [words.join(' '), ...words].flatMap((text) => text.split(separators));
  for (const command of commands) {
    const trimmed = command.trim();
    const [first = ''] = trimmed.replace(/^(?:sudo|exec) /, '').split(/\s/, 1);
    const program = first.slice(first.lastIndexOf('/') + 1);
    const kind = programs.find(([, names]) => names.includes(program))?.[0];
    if (kind !== undefined) {
      const shown =
        trimmed.length > shownLength ? `${trimmed.slice(0, shownLength).trimEnd()} …` : trimmed;
      return { kind, command: shown };
    }
  }
  return undefined;
}

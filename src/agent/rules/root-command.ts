import { isList, listOf, textOf, valueAt, valueIn } from '../documents/plain.ts';
import type { ChartContainer } from '../judge/pods/chart-pod.ts';

export interface RootCommand {
  /** The key of the container that has it. */
  readonly key: 'command' | 'args';
  /** `chown`, `iptables`, ... */
  readonly program: string;
  /** Whether it gives files to another user, as fsGroup does for volumes. */
  readonly isOwnership: boolean;
}

/** At the start of a command, or behind what ends one. */
const start = '(?:^|[\\s;&|(\'"/])';
const always = new RegExp(
  `${start}(chown|chgrp|iptables(?:-restore)?|ip6tables|nft|apt-get|apt|apk|yum|dnf|microdnf|modprobe|sysctl|mount|useradd|adduser|usermod|setcap)(?=\\s|$)`,
);
/** Fine with files of one's own: only what was given root to do it needs that. */
const asRoot = new RegExp(`${start}(chmod|install|mkdir)(?=\\s|$)`);

/**
 * What an init or extra container runs that only root may. A command that goes on when it fails
 * (`|| true`) does not count, nor one that only asks (`sysctl -a`, `mount` alone).
 */
export function rootCommand({
  kind,
  spec,
}: Pick<ChartContainer, 'kind' | 'spec'>): RootCommand | undefined {
  if (kind !== 'init' && kind !== 'extra') return undefined;
  for (const key of ['command', 'args'] as const) {
    const program = programIn(textIn(valueAt(spec, key)), wasRoot(spec));
    if (program !== undefined) {
      return { key, program, isOwnership: /^ch(own|grp|mod)$|^install$|^mkdir$/.test(program) };
    }
  }
  return undefined;
}

function textIn(list: unknown): string {
  return isList(list) ? list.map(textOf).join(' ') : textOf(list);
}

function programIn(text: string, isRoot: boolean): string | undefined {
  for (const line of text.split(/[\n;]|&&/)) {
    if (/\|\|\s*(true|:|exit 0)/.test(line)) continue;
    const program = always.exec(line)?.[1] ?? (isRoot ? asRoot.exec(line)?.[1] : undefined);
    if (program !== undefined && !isHarmless(program, line)) return program;
  }
  return undefined;
}

function isHarmless(program: string, line: string): boolean {
  if (program === 'sysctl') return !/\s-w\b|=/.test(line);
  if (program === 'mount') return /mount\s*$/.test(line);
  if (/^(apt|apt-get|apk|yum|dnf|microdnf)$/.test(program)) {
    return !/\s(install|add|update|upgrade)\b/.test(line);
  }
  return false;
}

/** Whether a container asks for root, or for capabilities that only root gets. */
function wasRoot(spec: ChartContainer['spec']): boolean {
  const context = valueAt(spec, 'securityContext');
  return (
    valueAt(context, 'runAsUser') === 0 ||
    valueAt(context, 'privileged') === true ||
    listOf(valueIn(context, ['capabilities', 'add'])).length > 0
  );
}

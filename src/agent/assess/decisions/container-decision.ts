import type { Path } from '../../../yaml/path.ts';
import type { DocumentChange } from '../../documents/documents.ts';
import { listOf, mappingOf, textOf, valueAt, valueIn } from '../../documents/plain.ts';
import type { ChartContainer, ChartPod } from '../../judge/pods/chart-pod.ts';
import type { Problem } from '../../rules/finding.ts';
import { repairs } from '../../rules/fixes/context-fixes.ts';
import type { Assessment } from '../assessment.ts';
import type { Choice, Decision } from './decision.ts';
import { podAt } from './pod-at.ts';
import { type RootReason, rootReason } from './root-reason.ts';

/** What to do about an init or extra container that needs root, or rights of root. */
export function containerDecision(assessment: Assessment, problem: Problem): Decision | undefined {
  const pod = podAt(assessment, problem.path);
  const list = pod && problem.path[pod.path.length];
  if (pod === undefined || (list !== 'initContainers' && list !== 'extraContainers')) {
    return undefined;
  }
  const place = problem.path.slice(0, pod.path.length + 2);
  const container = pod.containers.find(({ path }) => path.join('/') === place.join('/'));
  if (container === undefined) return undefined;
  const reason = rootReason(container.spec);
  const context = mappingOf(valueAt(container.spec, 'securityContext'));
  const hardening = repairs(context, [...place, 'securityContext'], 'container').flatMap(
    ({ changes }) => changes.map((change): DocumentChange => ({ document: 'values', change })),
  );
  const name = container.name || `container ${Number(place.at(-1)) + 1}`;
  return {
    problem: problem.id,
    question: `Does anything still need ${name}?`,
    note: noteOf(context, reason),
    choices: [
      removal(pod, container, place, reason),
      hardening.length > 0 ? keepAsRoot(reason) : keepHardened(reason),
      ...(hardening.length > 0 ? [harden(hardening, reason)] : []),
    ],
  };
}

function noteOf(context: unknown, reason: RootReason | undefined): string {
  const rights = rightsOf(context);
  if (reason === undefined) return `It runs ${rights || 'as root'}; the file does not say why.`;
  const runs = `It runs \`${reason.command}\`${rights && `, ${rights}`}.`;
  return `${runs} Hardened, it is admitted and then fails: ${only[reason.kind]}`;
}

const only: Readonly<Record<RootReason['kind'], string>> = {
  owner: 'only root may change owners.',
  network: 'only root with NET_ADMIN may change the network’s rules.',
  kernel: 'only a privileged container may change the kernel’s settings.',
  packages: 'only root may install packages.',
};

/** What of root's power a context asks for, in words. */
function rightsOf(context: unknown): string {
  const added = listOf(valueIn(context, ['capabilities', 'add'])).map(textOf);
  return [
    valueAt(context, 'privileged') === true ? 'privileged' : '',
    valueAt(context, 'runAsUser') === 0 ? 'as root' : '',
    added.length > 0 ? `with ${added.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function removal(
  pod: ChartPod,
  { kind }: ChartContainer,
  path: Path,
  reason: RootReason | undefined,
): Choice {
  return {
    id: 'remove',
    title: 'Remove it',
    consequence: withoutIt(pod, kind, reason),
    label: 'Remove it',
    ...(reason === undefined ? {} : { usual: true }),
    changes: [{ document: 'values', change: { op: 'remove', path } }],
  };
}

function withoutIt(
  { variants: [{ podContext }] }: ChartPod,
  kind: ChartContainer['kind'],
  reason: RootReason | undefined,
): string {
  const group = valueAt(podContext.value, 'fsGroup');
  switch (reason?.kind) {
    case 'owner':
      return typeof group === 'number'
        ? `fsGroup ${group} already gives the group write access to the pod’s volumes, without root.`
        : 'Set an fsGroup in step 2: it gives the group write access to the pod’s volumes, without root.';
    case 'network':
      return 'A service mesh does this on the node with its CNI plugin, or needs no sidecar (ambient mode).';
    case 'kernel':
      return 'A setting of the node belongs on the node; one that Kubernetes calls safe fits in the pod’s sysctls.';
    case 'packages':
      return 'Build an image that holds the packages already, and use that.';
    default:
      return kind === 'init'
        ? 'What it prepared is then missing, unless the image or Kubernetes does it.'
        : 'What it did beside the agent is then missing.';
  }
}

/** Nothing is written: the pod stays rejected, and somebody has decided so. */
function keepAsRoot(reason: RootReason | undefined): Choice {
  const when = reason?.kind === 'owner' ? 'Right where files must belong to one user. ' : '';
  return {
    id: 'keep',
    title: 'Keep it, as root',
    consequence: `${when}Kubernetes refuses the pod in a restricted namespace.`,
    label: 'Keep',
    changes: [],
    keeps: true,
  };
}

function keepHardened(reason: RootReason | undefined): Choice {
  return { ...keepAsRoot(reason), title: 'Keep it, hardened', consequence: nothingToDo(reason) };
}

function harden(changes: readonly DocumentChange[], reason: RootReason | undefined): Choice {
  return {
    id: 'harden',
    title: 'Keep it, hardened',
    consequence: nothingToDo(reason),
    label: 'Harden it',
    changes,
    keeps: true,
  };
}

function nothingToDo(reason: RootReason | undefined): string {
  return reason?.kind === 'owner'
    ? 'Right if the folder already has its owner, so that the command finds nothing to do.'
    : 'Right if its image works as another user, without root’s rights.';
}

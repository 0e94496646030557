import { agentImage, agentUid } from '../../agent/chart/chart.ts';
import { listOf, valueAt } from '../../agent/documents/plain.ts';
import { platformAssigned } from '../../agent/settings/settings.ts';
import { textAt } from '../../yaml/locate.ts';
import { dataOf } from '../../yaml/value.ts';
import { namespaceOf, type ReadInput } from '../input.ts';

/** A container's context that the restricted level asks for, with a root that nobody writes to. */
const containerContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
} as const;

/**
 * A pod as KubernetesPodOperator makes it. Both forms, Python and YAML, are written from this one
 * object, and it is what the tests hold to the standard.
 */
export interface TaskPod {
  readonly namespace: string;
  readonly image: string;
  readonly pullSecret: string | undefined;
  readonly podContext: {
    readonly runAsNonRoot: true;
    readonly runAsUser?: number;
    readonly fsGroup?: number;
    readonly seccompProfile: { readonly type: 'RuntimeDefault' };
  };
  readonly containerContext: typeof containerContext;
  readonly volume: {
    readonly name: string;
    readonly sizeLimit: string;
    readonly mountPath: string;
  };
}

/** A task's pod in the namespace of the agent, as the user whom the agent's pods run as. */
export function taskPod(input: ReadInput): TaskPod {
  const { settings, trees } = input.assessment;
  const user = settings.security.pod.runAsUser;
  const uid = /^[1-9]\d*$/.test(user) ? Number(user) : agentUid;
  const ids = user === platformAssigned ? {} : { runAsUser: uid, fsGroup: uid };
  return {
    namespace: namespaceOf(input),
    image: textAt(trees.values, ['image']) ?? agentImage,
    pullSecret: textAt(trees.values, ['imagePullSecretName']),
    podContext: { runAsNonRoot: true, ...ids, seccompProfile: { type: 'RuntimeDefault' } },
    containerContext,
    volume: { name: 'tmp', sizeLimit: '512Mi', mountPath: '/tmp' },
  };
}

/** Whether any worker may make pods. */
export function makesPods({ assessment }: ReadInput): boolean {
  const { root } = assessment.trees.values;
  const workers = listOf(valueAt(root && dataOf(root), 'workers'));
  return workers.some((worker) => valueAt(worker, 'canUseKubernetesPodOperator') === true);
}

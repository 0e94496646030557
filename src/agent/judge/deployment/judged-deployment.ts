import type { Place } from '../../../kube/field-path.ts';
import type { Judgement } from '../../../kube/judge.ts';
import { type Judged, judgeDeploymentAgain } from '../../../kube/judge-again.ts';
import { invalidMessage, undecodableMessage } from '../../../kube/messages.ts';
import { type Mapping, valueIn } from '../../documents/plain.ts';
import { waitingIn } from '../../documents/waiting-text.ts';
import type { ChartPod, Variant } from '../pods/chart-pod.ts';
import { deploymentOf } from './build-deployment.ts';
import { deploymentOrigin } from './deployment-origin.ts';

/** The API server's answer to a Deployment that it does not take. */
export interface Refused {
  /** Bad request: it cannot be decoded. Unprocessable: it is invalid. */
  readonly status: 400 | 422;
  /** Word for word. */
  readonly message: string;
}

/** What the API server makes of a pod's Deployment, before any pod is made. */
export interface DeploymentJudgement {
  /** One for each of the pod's variants; what still waits for a real value is left out. */
  readonly readings: readonly Judgement[];
  /** The answer under the first reading that is refused. */
  readonly refused?: Refused;
  /** What is said under the first reading, if it is taken under each. */
  readonly warnings: readonly string[];
}

/** For a pod that could not be built: nothing is known. */
export const unjudgedDeployment: DeploymentJudgement = { readings: [], warnings: [] };

/** Judges the Deployment that the chart would make, under every way of reading the chart. */
export function judgedDeployment(pod: ChartPod, values: Mapping): DeploymentJudgement {
  const readings = pod.variants.map((variant, index) => {
    const judgement = judgedBefore(`${index} ${pod.id}`, deploymentOf(pod, variant, values));
    return withoutWaiting(judgement, pod, variant, values);
  });
  const refused = readings.map((one) => answer(pod, one)).find((one) => one !== undefined);
  if (refused !== undefined) return { readings, refused, warnings: [] };
  const [first] = readings;
  const { unknown = [], warnings = [] } = first ?? {};
  const said = [...unknown.map(({ message }) => message), ...warnings.map(({ text }) => text)];
  return { readings, warnings: [...new Set(said)] };
}

/** The Deployments as they were last, by pod and reading: a keystroke seldom changes what is said. */
const last = new Map<string, Judged>();

/** More than any file has; what is left of other files goes with them. */
const mostRemembered = 2_000;

function judgedBefore(key: string, deployment: Mapping): Judgement {
  const judged = judgeDeploymentAgain(last.get(key), deployment);
  if (last.size >= mostRemembered) last.clear();
  last.set(key, judged);
  return judged.judgement;
}

/** Without what is said of values that still wait for the real ones. */
function withoutWaiting(
  judgement: Judgement,
  pod: ChartPod,
  variant: Variant,
  values: Mapping,
): Judgement {
  const isKnown = ({ path }: { readonly path: Place }) => {
    const value = valueIn(values, deploymentOrigin(pod, variant, values, path));
    return typeof value !== 'string' || waitingIn(value) === undefined;
  };
  const { undecodable, faults } = judgement;
  if (undecodable.length === 0 && faults.length === 0) return judgement;
  return {
    ...judgement,
    undecodable: undecodable.filter(isKnown),
    faults: faults.filter(isKnown),
  };
}

function answer({ deployment }: ChartPod, { undecodable, faults }: Judgement): Refused | undefined {
  if (undecodable.length > 0) {
    return { status: 400, message: undecodableMessage('Deployment', undecodable) };
  }
  if (faults.length === 0) return undefined;
  return { status: 422, message: invalidMessage('Deployment', deployment, faults) };
}

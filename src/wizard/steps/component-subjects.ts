import type { Assessment, PodAssessment } from '../../agent/assessment.ts';
import { componentPath, workerPath } from '../../agent/chart.ts';
import { logFolderOf } from '../../agent/lens/log-folder.ts';
import type { ComponentSettings } from '../../agent/settings.ts';
import type { Path } from '../../yaml/path.ts';
import { isUnder } from '../fields/field-id.ts';
import type { Tone } from '../findings/effect.tsx';
import { stepFacts } from '../steps-in-order.ts';
import { standingOf } from './card-state.ts';
import { dataAt } from './data-at.ts';

/** A component as its card's head shows it: plain values, so that a card renders only when they change. */
export interface Subject {
  /** The setting that holds it: `components.workers.0`, `components.triggerer`. */
  readonly base: string;
  /** Index in `workers`, or -1. */
  readonly worker: number;
  readonly pod: string;
  readonly summary: string;
  readonly tone: Tone;
  readonly state: string;
  /** Whether something is to be done in the card itself. */
  readonly needsWork: boolean;
}

const singles = ['dagProcessor', 'triggerer'] as const;

/** The components that step 3 lists: workers in their order, then the two others. */
export function subjectsOf(assessment: Assessment): readonly Subject[] {
  const { settings, pods } = assessment;
  const workers = settings.components.workers.map((worker, index) => {
    const pod = pods.find((one) => one.component === 'worker' && one.index === index);
    const { queues, replicas } = worker;
    const summary = [
      queues === '' ? 'No queue' : `Queue ${queues}`,
      replicas === '' ? 'replicas not set' : count(Number(replicas), 'replica'),
      containersOf(pod),
    ];
    return subject(assessment, `components.workers.${index}`, index, pod, summary.join(', '));
  });
  const others = singles.map((component) => {
    const pod = pods.find((one) => one.component === component);
    const summary = `${foldersOf(settings.components[component])}${containersOf(pod)}`;
    return subject(assessment, `components.${component}`, -1, pod, summary);
  });
  return [...workers, ...others];
}

function subject(
  { problems }: Assessment,
  base: string,
  worker: number,
  pod: PodAssessment | undefined,
  summary: string,
): Subject {
  const own = problems.filter(({ field }) => isUnder(field, base));
  const pressing = own.some(({ effect }) => effect !== 'advice');
  const standing = standingOf(pod, own);
  const id = pod?.id ?? base.replace('components.', '');
  const shared = problems.find(
    ({ effect, pods, step }) => effect !== 'advice' && step !== 'components' && pods.includes(id),
  );
  const bad = pod !== undefined && pod.verdict !== 'admitted';
  const elsewhere = bad && !pressing && shared && shared.step !== 'start';
  return {
    base,
    worker,
    pod: id,
    summary: pod?.unknownReason ?? summary,
    tone: standing.tone,
    state: elsewhere ? `${standing.state}, see ${stepFacts(shared.step).name}` : standing.state,
    needsWork: pressing,
  };
}

function foldersOf({ folders }: ComponentSettings): string {
  if (folders.length === 0) return 'No writable folders, ';
  return `Writable: ${folders.map(({ path }) => path).join(', ')}. `;
}

function containersOf(pod: PodAssessment | undefined): string {
  return count(pod?.containers.length ?? 0, 'container');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A component's place in values.yaml. */
export function pathOf(base: string): Path {
  const [, name = '', index] = base.split('.');
  const single = singles.find((component) => component === name);
  return single ? componentPath(single) : workerPath(Number(index));
}

/** Airflow's log folder in a component. */
export function logFolderIn({ trees }: Assessment, path: Path): string {
  return logFolderOf(
    { commonEnv: dataAt(trees.values, ['commonEnv']) },
    { env: dataAt(trees.values, [...path, 'env']) },
  );
}

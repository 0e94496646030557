import type { Assessment, PodAssessment } from '../../agent/assess/assessment.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import { logFolderOf } from '../../agent/settings/lens/log-folder.ts';
import { placeOf } from '../../agent/settings/places/places.ts';
import type { ComponentId } from '../../agent/settings/setting-id.ts';
import type { ComponentSettings, SettingStep } from '../../agent/settings/settings.ts';
import type { Path } from '../../yaml/path.ts';
import { problemsAt } from '../assessed/use-field-problems.ts';
import type { Tone } from '../findings/effect.tsx';
import { stepFacts } from '../steps-in-order.ts';
import { cardStateOf } from './card-state.ts';
import { dataAt } from './data-at.ts';

/** A component as its card's head shows it: plain values, so that a card renders only when they change. */
export interface Subject {
  /** The setting that holds it: `components.workers.0`, `components.triggerer`. */
  readonly base: ComponentId;
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
  const shared = sharedSteps(assessment);
  const workerPods = new Map(
    pods.flatMap((pod) => (pod.index === undefined ? [] : [[pod.index, pod] as const])),
  );
  const subject = (
    base: ComponentId,
    worker: number,
    pod: PodAssessment | undefined,
    summary: string,
  ) => subjectOf({ base, worker, summary, pod, own: problemsAt(assessment, base), shared });
  const workers = settings.components.workers.map((worker, index) => {
    const pod = workerPods.get(index);
    const { queues, replicas } = worker;
    const summary = [
      queues === '' ? 'No queue' : `Queue ${queues}`,
      replicas === '' ? 'replicas not set' : count(Number(replicas), 'replica'),
      containersOf(pod),
    ];
    return subject(`components.workers.${index}`, index, pod, summary.join(', '));
  });
  const others = singles.map((component) => {
    const pod = pods.find((one) => one.component === component);
    const summary = `${foldersOf(settings.components[component])}${containersOf(pod)}`;
    return subject(`components.${component}`, -1, pod, summary);
  });
  return [...workers, ...others];
}

/** For each pod the step of the first pressing problem that is to be solved on another step. */
function sharedSteps({ problems }: Assessment): ReadonlyMap<string, SettingStep> {
  const steps = new Map<string, SettingStep>();
  for (const { effect, step, pods } of problems) {
    if (effect === 'advice' || step === 'components' || step === 'start') continue;
    for (const pod of pods) if (!steps.has(pod)) steps.set(pod, step);
  }
  return steps;
}

interface SubjectParts extends Pick<Subject, 'base' | 'worker' | 'summary'> {
  readonly pod: PodAssessment | undefined;
  readonly own: readonly Problem[];
  readonly shared: ReadonlyMap<string, SettingStep>;
}

function subjectOf({ base, worker, summary, pod, own, shared }: SubjectParts): Subject {
  const pressing = own.some(({ effect }) => effect !== 'advice');
  const standing = cardStateOf(pod, own);
  const id = pod?.id ?? base.replace('components.', '');
  const bad = pod !== undefined && pod.verdict !== 'admitted';
  const elsewhere = bad && !pressing ? shared.get(id) : undefined;
  return {
    base,
    worker,
    pod: id,
    summary: pod?.unknownReason ?? summary,
    tone: standing.tone,
    state: elsewhere ? `${standing.state}, see ${stepFacts(elsewhere).name}` : standing.state,
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
export function pathOf(base: ComponentId): Path {
  return placeOf(base)?.path ?? [];
}

/** Airflow's log folder in a component. */
export function logFolderIn({ trees }: Assessment, path: Path): string {
  return logFolderOf(
    { commonEnv: dataAt(trees.values, ['commonEnv']) },
    { env: dataAt(trees.values, [...path, 'env']) },
  );
}

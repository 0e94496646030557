import type { Assessment } from '../../agent/assess/assessment.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import type { ComponentId, FieldId } from '../../agent/settings/setting-id.ts';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';
import { useFieldProblems } from '../assessed/use-field-problems.ts';
import { SectionHeading } from '../fields/section-heading.tsx';
import { ToneIcon, toneOfEffect } from '../findings/effect.tsx';
import { FindingList } from '../findings/finding-block.tsx';
import { effectWords } from '../findings/finding-words.ts';
import { pathOf } from './component-subjects.ts';
import { containersOfKind, factsOf } from './container-facts.ts';

const lists = {
  init: { key: 'initContainers', title: 'Init containers' },
  extra: { key: 'extraContainers', title: 'Extra containers' },
} as const;

interface ContainerListProps {
  readonly base: ComponentId;
  readonly pod: string;
  readonly kind: 'init' | 'extra';
}

/** The containers that the file adds to a pod, each with what is wrong with it. */
export function ContainerList({ base, pod, kind }: ContainerListProps) {
  const containers = useAssessed((assessment) => containersIn(assessment, pod, kind), sameData);
  const { key, title } = lists[kind];
  if (!containers || containers.length === 0) return null;
  const path = [...pathOf(base), key];
  return (
    <section className="card-section">
      <SectionHeading title={title} level="h3" path={path} />
      {containers.map(({ name, image }, index) => (
        <ContainerItem
          // biome-ignore lint/suspicious/noArrayIndexKey: a container's place in its list is what it is known by.
          key={index}
          field={`${base}.${key}.${index}`}
          pod={pod}
          kind={kind}
          index={index}
          name={name}
          image={image}
        />
      ))}
    </section>
  );
}

function containersIn({ pods }: Assessment, id: string, kind: 'init' | 'extra') {
  const pod = pods.find((one) => one.id === id);
  return pod ? containersOfKind(pod, kind) : [];
}

interface ContainerItemProps extends Omit<ContainerListProps, 'base'> {
  readonly field: FieldId;
  readonly index: number;
  readonly name: string;
  readonly image: string;
}

function ContainerItem({ field, pod, kind, index, name, image }: ContainerItemProps) {
  const problems = useFieldProblems(field);
  const facts = useAssessed((assessment) => {
    const assessed = assessment.pods.find((one) => one.id === pod);
    const container = assessed && containersOfKind(assessed, kind)[index];
    if (!container) return [];
    const ofPod = assessment.findings.filter((finding) => finding.pod === pod);
    return factsOf(assessed, container, ofPod);
  }, sameData);
  const pressing = problems.filter((problem) => !isAdvice(problem));
  const [worst] = pressing;
  return (
    <div className="container-item" data-field={field} tabIndex={-1}>
      <div className="container-head">
        <div className="card-name">
          <h4 className="container-name">{name || `Container ${index + 1}, without a name`}</h4>
          <p className="container-image">{image || 'no image'}</p>
        </div>
        <span className={`card-state tone-${worst ? toneOfEffect(worst.effect) : 'admitted'}`}>
          <ToneIcon tone={worst ? toneOfEffect(worst.effect) : 'admitted'} />
          {worst ? stateWords[worst.effect] : 'Fine'}
        </span>
      </div>
      <FindingList problems={pressing} pod={pod} {...hardening(pressing.length)} />
      <FindingList problems={problems.filter(isAdvice)} pod={pod} />
      <ul className="facts-grid">
        {facts?.map(({ key, tone, source }) => (
          <li key={key} className={`tone-${tone}`}>
            <ToneIcon tone={tone} size={14} />
            <code translate="no">{key}</code> <span className="fact-source">{source}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const stateWords = {
  ...effectWords,
  rejected: 'Gets the pod rejected',
  warned: 'Draws a warning',
};

function isAdvice({ effect }: Problem): boolean {
  return effect === 'advice';
}

/** With one thing to do, the button can say it as people would. */
function hardening(count: number) {
  return count === 1 ? { fixLabel: 'Harden this container' } : {};
}

import { useState } from 'react';
import type { Assessment } from '../../agent/assess/assessment.ts';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';
import { problemsAt } from '../assessed/use-field-problems.ts';
import { DecidedLines } from '../decisions/decided-line.tsx';
import { isUnder } from '../field-id.ts';
import { RestOfProblems } from '../fields/rest-of-problems.tsx';
import { SectionHeading } from '../fields/section-heading.tsx';
import { SegmentedField } from '../fields/segmented-field.tsx';
import { useRoute } from '../route.ts';
import { Card } from './card.tsx';
import { cardStateOf } from './card-state.ts';
import { ContainerContextFields, PodContextFields, ReadOnlyRootField } from './context-fields.tsx';

const base = 'security.sentinel';

const states = [
  { value: '', label: 'Not set' },
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
];

function summaryOf(assessment: Assessment) {
  const { enabled, pod } = assessment.settings.security.sentinel;
  const user = pod.runAsUser === '' ? 'user not set' : `user ${pod.runAsUser}`;
  if (enabled === 'off') {
    return { summary: 'Switched off, no pod', tone: 'neutral' as const, state: 'Off' };
  }
  const problems = problemsAt(assessment, base);
  return {
    summary: `Its own pair, ${user}`,
    ...cardStateOf(
      assessment.pods.find(({ component }) => component === 'sentinel'),
      problems,
    ),
  };
}

/** Sentinel runs from an image of its own, as another user, with its own pair of contexts. */
export function SentinelCard() {
  const route = useRoute();
  const asked = route.field !== undefined && isUnder(route.field, base);
  const [toggled, setToggled] = useState<{ open: boolean; route: unknown }>();
  const open = toggled && !(asked && toggled.route !== route) ? toggled.open : asked;
  const shown = useAssessed(summaryOf, sameData);
  if (!shown) return null;
  return (
    <Card
      field={base}
      title="Sentinel"
      {...shown}
      open={open}
      onToggle={(next) => setToggled({ open: next, route })}
    >
      <SegmentedField
        field={`${base}.enabled`}
        label="Run Sentinel"
        code="sentinel.enabled"
        reason="Watches the agents' pods. Charts differ in the default, so say it."
        choices={states}
      />
      <RestOfProblems field={base} shownBy={['enabled', 'pod', 'container']} />
      <DecidedLines field={base} />
      <SectionHeading
        title="Pod"
        code="podSecurityContext"
        level="h3"
        path={['sentinel', 'podSecurityContext']}
      />
      <PodContextFields base={base} image="sentinel" />
      <SectionHeading
        title="Containers"
        code="containerSecurityContext"
        level="h3"
        path={['sentinel', 'containerSecurityContext']}
      />
      <ContainerContextFields base={base} />
      <ReadOnlyRootField base={base} />
    </Card>
  );
}

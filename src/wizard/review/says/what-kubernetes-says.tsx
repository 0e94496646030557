import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import CopyIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-copy-icon';
import { useId } from 'react';
import type { Assessment } from '../../../agent/assess/assessment.ts';
import { ToneIcon, toneOfVerdict } from '../../findings/effect.tsx';
import { useMedia } from '../../frame/use-media.ts';
import type { Present } from '../../present.ts';
import { copied } from '../copied.ts';
import { Choice } from '../moment-choice.tsx';
import type { EqualPods } from '../pods/equal-pods.ts';
import { setReviewView, useReviewView } from '../review-view.ts';
import { Section } from '../section.tsx';
import { usePrinting } from '../use-printing.ts';
import './says.css';
import { saysWords } from './says-words.ts';

interface WhatKubernetesSaysProps {
  readonly present: Present;
  readonly imported: Assessment | undefined;
  readonly groups: readonly EqualPods[];
}

/** More pods than these are chosen from a list. */
const tabLimit = 6;

/** The exact words per pod and Deployment, before and after, beside each other. */
export function WhatKubernetesSays({ present, imported, groups }: WhatKubernetesSaysProps) {
  const asked = useReviewView((view) => view.saysOf);
  const isSmall = useMedia('(max-width: 859px)');
  const printing = usePrinting();
  const group =
    groups.find(({ shown, others }) => shown.id === asked || others.includes(asked ?? '')) ??
    groups[0];
  if (group === undefined) return null;
  const shown = printing ? groups : [group];
  return (
    <Section
      id="says"
      title="What Kubernetes would say"
      field="review.says"
      tools={
        groups.length > 1 && (
          <PodChoice
            groups={groups}
            asList={isSmall || groups.length > tabLimit}
            value={group.shown.id}
            onChange={(id) => setReviewView({ saysOf: id })}
          />
        )
      }
    >
      <p className="says-lead">
        Of what breaks the standard a Deployment is only warned, even where its pods are rejected:
        the install looks fine, and no pod starts. A Deployment that is not valid is refused itself.
      </p>
      {shown.map(({ shown: { id } }) => (
        <div key={id} className={imported ? 'says-pair' : 'says-one'}>
          {printing && <h3>{id}</h3>}
          {imported && <Says heading="As opened" assessment={imported} id={id} />}
          <Says heading="Now" assessment={present.assessment} id={id} />
        </div>
      ))}
    </Section>
  );
}

interface PodChoiceProps {
  readonly groups: readonly EqualPods[];
  readonly asList: boolean;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function PodChoice({ groups, asList, value, onChange }: PodChoiceProps) {
  const select = useId();
  const choices = groups.map(({ shown, others }) => ({
    value: shown.id,
    label: others.length > 0 ? `${shown.id} +${others.length}` : shown.id,
  }));
  if (!asList) {
    return <Choice name="Pod" choices={choices} value={value} onChange={onChange} />;
  }
  return (
    <span className="says-choice">
      <label htmlFor={select}>Pod</label>
      <select id={select} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  );
}

interface SaysProps {
  readonly heading: string;
  readonly assessment: Assessment;
  readonly id: string;
}

function Says({ heading, assessment, id }: SaysProps) {
  const pod = assessment.pods.find((one) => one.id === id);
  if (!pod) return <p className="says">{heading}: there is no such pod in the file.</p>;
  const { warnings, applied, event, annotation } = saysWords(pod);
  const lines = [
    ...warnings,
    applied,
    ...(event ? ['', event] : []),
    ...(annotation ? ['', annotation] : []),
  ];
  return (
    <figure className="says">
      <figcaption>
        <ToneIcon tone={toneOfVerdict(pod.verdict)} />
        <strong>{heading}</strong>
        <span>{outcomeWords(pod.verdict, warnings.length > 0, event !== undefined)}</span>
        <Button
          variant="plain"
          size="sm"
          icon={<CopyIcon />}
          aria-label={`Copy what Kubernetes says of ${id}, ${heading.toLowerCase()}`}
          onClick={() => void copied(lines.join('\n'), 'what Kubernetes says')}
        />
      </figcaption>
      <pre translate="no">
        <span className="says-prompt">
          $ helm template … | kubectl apply --dry-run=server -f -{'\n'}
        </span>
        {warnings.map((warning) => (
          <span key={warning}>
            <Coloured text={warning} />
            {'\n'}
          </span>
        ))}
        <Coloured text={applied} />
        {event && (
          <>
            {'\n\n'}
            <span className="says-prompt">$ kubectl get events{'\n'}</span>
            <Coloured text={event} />
          </>
        )}
        {annotation && (
          <>
            {'\n\n'}
            <span className="says-prompt"># the audit log, with the request{'\n'}</span>
            {annotation}
          </>
        )}
      </pre>
    </figure>
  );
}

const wordTones: Readonly<Record<string, string>> = {
  'Warning:': 'tone-fails',
  FailedCreate: 'tone-rejected',
  SuccessfulCreate: 'tone-admitted',
};

/** Only the word that a line starts with has a colour. */
function Coloured({ text }: { readonly text: string }) {
  const [, word = '', rest = ''] = /^(\S*)([\s\S]*)$/.exec(text) ?? [];
  const tone = wordTones[word];
  if (tone === undefined) return text;
  return (
    <>
      <span className={`says-word ${tone}`}>{word}</span>
      {rest}
    </>
  );
}

function outcomeWords(verdict: SaysVerdict, warned: boolean, hasDeployment: boolean): string {
  if (!hasDeployment) return 'The Deployment is refused, and no pod is asked for';
  if (verdict === 'rejected') return 'The pod is never created';
  if (verdict === 'unknown') return 'Cannot be judged for certain';
  if (verdict === 'fails') return 'The pod is created, then fails';
  return warned ? 'The pod starts, with a warning' : 'No warning, and the pod starts';
}

type SaysVerdict = Assessment['pods'][number]['verdict'];

import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import CopyIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-copy-icon';
import { useId, useState } from 'react';
import type { Assessment } from '../../agent/assess/assessment.ts';
import { copyText } from '../files/copy.ts';
import { ToneIcon, toneOfVerdict } from '../findings/effect.tsx';
import type { Present } from '../present.ts';
import { announce } from '../store.ts';
import { saysWords } from './says-words.ts';
import { useImported } from './use-imported.ts';

/** The exact words per pod and Deployment, before and after. */
export function WhatKubernetesSays({ present }: { readonly present: Present }) {
  const { pods } = present.assessment;
  const [chosen, setChosen] = useState<string>();
  const imported = useImported(present);
  const select = useId();
  const id = pods.some((pod) => pod.id === chosen) ? chosen : pods[0]?.id;
  if (id === undefined) return null;
  return (
    <section aria-labelledby="says" data-field="review.says">
      <div className="section-head">
        <h2 id="says">What Kubernetes would say</h2>
        <span className="says-choice">
          <label htmlFor={select}>Pod</label>
          <select id={select} value={id} onChange={(event) => setChosen(event.target.value)}>
            {pods.map((pod) => (
              <option key={pod.id}>{pod.id}</option>
            ))}
          </select>
        </span>
      </div>
      <p className="step-lead">
        Of what breaks the standard a Deployment is only warned, even where its pods are rejected:
        the install looks fine, and no pod starts. A Deployment that is not valid is refused itself.
        Not judged are other admission plugins, quotas, and whether images and Secrets exist.
      </p>
      <div className={imported ? 'says-pair' : 'says-one'}>
        {imported && <Says heading="As opened" assessment={imported} id={id} />}
        <Says heading="Now" assessment={present.assessment} id={id} />
      </div>
    </section>
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
  const copy = async () => {
    const done = await copyText(lines.join('\n'));
    announce(done ? 'Copied.' : 'The browser did not allow copying.');
  };
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
          onClick={() => void copy()}
        />
      </figcaption>
      <pre translate="no">
        <span className="says-prompt">
          $ helm template … | kubectl apply --dry-run=server -f -{'\n'}
        </span>
        {warnings.map((warning) => `${warning}\n`)}
        {applied}
        {event && (
          <>
            {'\n\n'}
            <span className="says-prompt">$ kubectl get events{'\n'}</span>
            {event}
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

function outcomeWords(verdict: SaysVerdict, warned: boolean, hasDeployment: boolean): string {
  if (!hasDeployment) return 'The Deployment is refused, and no pod is asked for';
  if (verdict === 'rejected') return 'The pod is never created';
  if (verdict === 'unknown') return 'Cannot be judged for certain';
  if (verdict === 'fails') return 'The pod is created, then fails';
  return warned ? 'The pod starts, with a warning' : 'No warning, and the pod starts';
}

type SaysVerdict = Assessment['pods'][number]['verdict'];

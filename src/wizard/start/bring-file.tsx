import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import FileIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-file-code-icon';
import LockIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-lock-icon';
import { openStarter } from '../actions.ts';
import { navigate } from '../route.ts';
import { DraftOffer } from './draft-offer.tsx';
import { DropZone } from './drop-zone.tsx';
import { type Refusal, RefusedFile } from './refused-file.tsx';

interface BringFileProps {
  readonly onBring: (text: string, fileName: string, as?: 'values') => void;
  /** Called for a file that is no text to be read. */
  readonly onRefuse: (refusal: Refusal) => void;
  readonly refusal: Refusal | undefined;
}

export function BringFile({ onBring, onRefuse, refusal }: BringFileProps) {
  return (
    <div className="bring">
      <div className="bring-main">
        <h1 tabIndex={-1}>Bring your values.yaml</h1>
        <p className="bring-lead">
          See which agent pods a restricted namespace would reject, and repair the file.
        </p>
        <DropZone onBring={onBring} onRefuse={onRefuse} />
        {refusal && (
          <RefusedFile
            refusal={refusal}
            onOpenAnyway={() => onBring(refusal.text, refusal.fileName, 'values')}
          />
        )}
        <p className="bring-private">
          <LockIcon aria-hidden="true" />
          The file never leaves this browser. Nothing is uploaded, and the page works offline.
        </p>
        <ul className="bring-rows">
          <DraftOffer />
          <li className="bring-row">
            <FileIcon aria-hidden="true" />
            <div>
              <h2>Start from a minimal file</h2>
              <p>
                The guide’s settings for one worker, DAG processor and triggerer. Nothing in it is
                rejected.
              </p>
            </div>
            <Button
              variant="secondary"
              onClick={() => {
                openStarter();
                navigate({ step: 'namespace' });
              }}
            >
              Start
            </Button>
          </li>
        </ul>
      </div>
      <WhatItTakes />
    </div>
  );
}

const whatItTakes = [
  {
    heading: 'What you need',
    terms: [
      [
        'values.yaml',
        '',
        'The file the Astro UI hands out for the agent, chart 1.x or 2.x, edited or not.',
      ],
      [
        'namespace.yaml',
        'optional',
        'If the Namespace exists as a manifest. Its labels are edited in place.',
      ],
    ],
  },
  {
    heading: 'What you get',
    terms: [
      [
        'The same file, repaired',
        '',
        'Only the lines that must change are changed. Comments, order and quoting stay.',
      ],
      [
        'Kubernetes’ own words',
        '',
        'Each problem reads as the API server would report it, for any version from v1.0 to v1.37.',
      ],
      ['Commands to install', '', 'In order, ready to copy, for kubectl and Helm.'],
    ],
  },
] as const;

function WhatItTakes() {
  return (
    <div className="bring-side">
      {whatItTakes.map(({ heading, terms }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <dl>
            {terms.map(([term, remark, text]) => (
              <div key={term}>
                <dt>
                  {term} {remark && <span className="remark">{remark}</span>}
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import FileIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-file-code-icon';
import LockIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-lock-icon';
import { openStarter } from '../actions.ts';
import { navigate } from '../route.ts';
import { DropZone } from './drop-zone.tsx';
import { EarlierDrafts } from './earlier-drafts.tsx';
import { TakenFiles } from './taken-files.tsx';
import { TrySample } from './try-sample.tsx';

export function BringFile() {
  return (
    <div className="bring">
      <div className="bring-main">
        <h1 tabIndex={-1}>Bring your values.yaml</h1>
        <p className="bring-lead">
          See which agent pods a restricted namespace would reject, and repair the file.
        </p>
        <p className="bring-lead">
          The agent runs Airflow’s tasks in your cluster; a restricted namespace admits only pods
          that give up root and the node’s own powers; this page edits your values file until they
          do.
        </p>
        <DropZone />
        <TakenFiles />
        <p className="bring-private">
          <LockIcon aria-hidden="true" />
          The file never leaves this browser. Nothing is uploaded, and the page works offline.
        </p>
        <EarlierDrafts />
        <ul className="bring-rows">
          <TrySample />
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

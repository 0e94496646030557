import DuplicateIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-duplicate-icon';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-trash-icon';
import { memo } from 'react';
import type { ComponentId } from '../../agent/settings/setting-id.ts';
import { DecidedLines } from '../decisions/decided-line.tsx';
import { RestOfProblems } from '../fields/rest-of-problems.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Card } from './card.tsx';
import type { Subject } from './component-subjects.ts';
import { ContainerList } from './container-list.tsx';
import { FolderTable } from './folder-table.tsx';
import { OtherVolumesSection } from './other-volumes-section.tsx';
import { OverrideSection } from './override-section.tsx';
import { duplicateWorker, removeWorker } from './worker-actions.ts';

interface ComponentCardProps extends Subject {
  readonly open: boolean;
  readonly onToggle: (base: ComponentId, open: boolean) => void;
}

/** One component of step 3. */
export const ComponentCard = memo(function ComponentCard({
  base,
  worker,
  pod,
  open,
  onToggle,
  needsWork: _,
  ...head
}: ComponentCardProps) {
  const isWorker = worker >= 0;
  return (
    <Card
      field={base}
      title={pod}
      {...head}
      open={open}
      onToggle={(next) => onToggle(base, next)}
      {...(isWorker ? { actions: <WorkerActions index={worker} pod={pod} /> } : {})}
    >
      {isWorker && (
        <div className="card-section">
          <div className="thirds">
            <TextField
              field={`components.workers.${worker}.name`}
              label="Name"
              reason="Part of the pod’s name"
              patient
            />
            <TextField
              field={`components.workers.${worker}.queues`}
              label="Queues"
              reason="What it takes tasks from"
            />
            <TextField
              field={`components.workers.${worker}.replicas`}
              label="Replicas"
              reason="Pods of this worker"
            />
          </div>
        </div>
      )}
      <FolderTable base={base} pod={pod} />
      <OtherVolumesSection base={base} pod={pod} />
      <ContainerList base={base} pod={pod} kind="init" />
      <ContainerList base={base} pod={pod} kind="extra" />
      <OverrideSection base={base} pod={pod} noun={isWorker ? 'this worker' : 'this component'} />
      <RestOfProblems field={base} shownBy={parts} pod={pod} />
      <DecidedLines field={base} />
    </Card>
  );
});

const parts = [
  'name',
  'queues',
  'replicas',
  'folders',
  'volumes',
  'initContainers.',
  'extraContainers.',
  'override',
];

function WorkerActions({ index, pod }: { readonly index: number; readonly pod: string }) {
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={`Duplicate ${pod}`}
        title="Duplicate"
        onClick={() => duplicateWorker(index)}
      >
        <DuplicateIcon aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={`Remove ${pod}`}
        title="Remove"
        onClick={() => removeWorker(index)}
      >
        <TrashIcon aria-hidden="true" />
      </button>
    </>
  );
}

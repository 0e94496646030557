import DuplicateIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-duplicate-icon';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-trash-icon';
import { memo } from 'react';
import { isUnder } from '../fields/field-id.ts';
import { TextField } from '../fields/text-field.tsx';
import { useFieldProblems } from '../fields/use-field-problems.ts';
import { FindingList } from '../findings/finding-block.tsx';
import { Card } from './card.tsx';
import type { Subject } from './component-subjects.ts';
import { ContainerList } from './container-list.tsx';
import { FolderTable } from './folder-table.tsx';
import { OtherVolumesSection } from './other-volumes-section.tsx';
import { OverrideSection } from './override-section.tsx';
import { duplicateWorker, removeWorker } from './worker-actions.ts';

interface ComponentCardProps extends Subject {
  readonly open: boolean;
  readonly onToggle: (base: string, open: boolean) => void;
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
      actions={isWorker && <WorkerActions index={worker} pod={pod} />}
    >
      {isWorker && (
        <div className="card-section">
          <div className="thirds">
            <TextField
              field={`${base}.name`}
              label="Name"
              reason="Part of the pod's name"
              patient
            />
            <TextField field={`${base}.queues`} label="Queues" reason="What it takes tasks from" />
            <TextField field={`${base}.replicas`} label="Replicas" reason="Pods of this worker" />
          </div>
        </div>
      )}
      <FolderTable base={base} pod={pod} />
      <OtherVolumesSection base={base} pod={pod} />
      <ContainerList base={base} pod={pod} kind="init" />
      <ContainerList base={base} pod={pod} kind="extra" />
      <OverrideSection base={base} pod={pod} noun={isWorker ? 'this worker' : 'this component'} />
      <RestOfProblems base={base} pod={pod} />
    </Card>
  );
});

const placed = ['name', 'queues', 'replicas', 'folders', 'volumes', 'override'];

/** The problems of a component that belong to none of its parts. */
function RestOfProblems({ base, pod }: { readonly base: string; readonly pod: string }) {
  const problems = useFieldProblems(base).filter(
    ({ field }) =>
      !placed.some((part) => isUnder(field, `${base}.${part}`)) &&
      !/\.(init|extra)Containers\.\d+/.test(field),
  );
  if (problems.length === 0) return null;
  return (
    <section className="card-section">
      <FindingList problems={problems} pod={pod} />
    </section>
  );
}

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

import AddIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-add-icon';
import { useState } from 'react';
import { normalPath } from '../../agent/chart/mount-path.ts';
import type { ComponentId } from '../../agent/settings/setting-id.ts';
import { presentAssessment, sameData, useAssessed } from '../assessed/use-assessed.ts';
import { elementIds, focusFieldSoon } from '../field-id.ts';
import { SectionHeading } from '../fields/section-heading.tsx';
import { useStepForm } from '../fields/step-form-context.ts';
import { FindingList } from '../findings/finding-block.tsx';
import { AddFolder } from './add-folder.tsx';
import { logFolderIn, pathOf } from './component-subjects.ts';
import { FolderRow } from './folder-row.tsx';
import { foldersIn } from './folders-in.ts';
import { useVolumeProblems } from './use-volume-problems.ts';

interface FolderTableProps {
  /** The component: `components.workers.0`. */
  readonly base: ComponentId;
  readonly pod: string;
}

/** A component's writable folders: a row is a volume and its mount. */
export function FolderTable({ base, pod }: FolderTableProps) {
  const { write } = useStepForm();
  const field = `${base}.folders` as const;
  const path = pathOf(base);
  const paths = useAssessed(
    ({ settings }) => foldersIn(settings, base).map((folder) => folder.path),
    sameData,
  );
  const logFolder = useAssessed((assessment) => logFolderIn(assessment, path)) ?? '';
  const { atFolders } = useVolumeProblems(base);
  const [adding, setAdding] = useState(false);

  const remove = (index: number) => {
    const folders = foldersIn(presentAssessment()?.settings, base);
    write({
      field,
      value: folders.filter((_, i) => i !== index),
      title: `remove folder ${folders[index]?.path ?? ''}`,
      told: `Removed folder ${folders[index]?.path ?? ''}.`,
    });
    focusFieldSoon(field);
  };

  const cancel = () => {
    setAdding(false);
    focusFieldSoon(`${field}.add`);
  };

  return (
    <section className="card-section" data-field={field}>
      <SectionHeading title="Writable folders" level="h3" path={[...path, 'volumes']} />
      <p className="reason">One row becomes one volume and one mount.</p>
      {paths && paths.length > 0 && (
        <table className="folders" aria-label={`Writable folders of ${pod}`}>
          <thead>
            <tr>
              <th scope="col">Path</th>
              <th scope="col">Volume</th>
              <th scope="col">Size limit</th>
              <th scope="col">Medium</th>
              <th scope="col">
                <span className="visually-hidden">Remove</span>
              </th>
            </tr>
          </thead>
          {paths.map((folder, index) => (
            <FolderRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place; its path is being typed.
              key={index}
              field={`${field}.${index}`}
              number={index + 1}
              purpose={purposeOf(folder, logFolder)}
              onRemove={() => remove(index)}
            />
          ))}
        </table>
      )}
      <FindingList problems={atFolders} pod={pod} />
      {adding ? (
        <AddFolder base={base} onDone={() => setAdding(false)} onCancel={cancel} />
      ) : (
        <button
          id={elementIds(`${field}.add`).control}
          type="button"
          className="text-button add-button"
          onClick={() => setAdding(true)}
        >
          <AddIcon aria-hidden="true" /> Add folder
        </button>
      )}
    </section>
  );
}

function purposeOf(path: string, logFolder: string): string {
  const folder = normalPath(path);
  if (folder === '/tmp') {
    return 'The agent keeps its socket file here; Git bundles are cloned below it.';
  }
  return folder === logFolder
    ? 'Airflow writes each task’s log here before anything ships it.'
    : '';
}

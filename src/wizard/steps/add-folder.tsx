import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { TextInput } from '@patternfly/react-core/dist/esm/components/TextInput';
import { useId, useState } from 'react';
import { defaultLogFolder, logsVolume, tmpFolder, tmpVolume } from '../../agent/chart/chart.ts';
import { normalPath } from '../../agent/chart/mount-path.ts';
import type { ComponentId } from '../../agent/settings/setting-id.ts';
import { type FolderSettings, folderSettings } from '../../agent/settings/settings.ts';
import { presentAssessment } from '../assessed/use-assessed.ts';
import { focusFieldSoon } from '../field-id.ts';
import { FieldError } from '../fields/field-notes.tsx';
import { useStepForm } from '../fields/step-form-context.ts';
import { foldersIn } from './folders-in.ts';

interface AddFolderProps {
  readonly base: ComponentId;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks for the path of a new folder; the rest of the row follows from it. */
export function AddFolder({ base, onDone, onCancel }: AddFolderProps) {
  const { write } = useStepForm();
  const [path, setPath] = useState('');
  const [error, setError] = useState<string>();
  const id = useId();

  const add = () => {
    const folders = foldersIn(presentAssessment()?.settings, base);
    const taken = folders.some((folder) => normalPath(folder.path) === normalPath(path));
    const message = taken
      ? 'Another row has this path already.'
      : folderSettings.shape.path.safeParse(path).error?.issues[0]?.message;
    setError(message);
    if (message !== undefined) return;
    write({
      field: `${base}.folders`,
      value: [...folders, newFolder(path, folders)],
      title: `add folder ${path}`,
    });
    onDone();
    focusFieldSoon(`${base}.folders.${folders.length}.path`);
  };

  return (
    <div className="draft-row">
      <label htmlFor={id} className="field-label">
        Path of the new folder
      </label>
      <div className="text-line">
        <TextInput
          id={id}
          className="mono-input"
          value={path}
          placeholder="/home/astro"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          validated={error === undefined ? 'default' : 'error'}
          aria-describedby={`${id}-error`}
          onChange={(_, text) => setPath(text)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              add();
            } else if (event.key === 'Escape') onCancel();
          }}
        />
        <Button variant="secondary" onClick={add}>
          Add
        </Button>
        <Button variant="link" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </div>
  );
}

const knownVolumes: Readonly<Record<string, string>> = {
  [tmpFolder]: tmpVolume,
  [defaultLogFolder]: logsVolume,
};

/** A folder at a path, on a volume whose name says so and is not taken in this table. */
function newFolder(path: string, folders: readonly FolderSettings[]): FolderSettings {
  const spoken = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  const name = knownVolumes[normalPath(path)] ?? (spoken || 'folder');
  const taken = new Set(folders.map(({ volume }) => volume));
  let volume = name;
  for (let number = 2; taken.has(volume); number++) volume = `${name}-${number}`;
  return { path, volume, sizeLimit: '', medium: '' };
}

import {
  FormSelect,
  FormSelectOption,
} from '@patternfly/react-core/dist/esm/components/FormSelect';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-trash-icon';
import type { ComponentId } from '../../agent/settings/setting-id.ts';
import { FieldNotes } from '../fields/field-notes.tsx';
import { textOf } from '../fields/text.ts';
import { TextControl } from '../fields/text-field.tsx';
import './folders.css';
import { useField } from '../fields/use-field.ts';

interface FolderRowProps {
  readonly field: `${ComponentId}.folders.${number}`;
  readonly number: number;
  /** What the folder is for, where that is known. */
  readonly purpose: string;
  readonly onRemove: () => void;
}

/** One writable folder: the controls on one line, what it is for on the next. */
export function FolderRow({ field, number, purpose, onRemove }: FolderRowProps) {
  const path = useField(`${field}.path`, { title: 'change the path of a folder' });
  const volume = useField(`${field}.volume`, { title: 'rename a volume' });
  const size = useField(`${field}.sizeLimit`, { title: 'change a size limit' });
  const medium = useField(`${field}.medium`, { title: 'change the medium of a folder' });
  return (
    <tbody className="folder">
      <tr className="folder-cells">
        <td className="folder-path">
          <span className="cell-label">Path</span>
          <TextControl state={path} label={`Path of folder ${number}`} />
        </td>
        <td>
          <span className="cell-label">Volume</span>
          <TextControl state={volume} label={`Volume of folder ${number}`} patient />
        </td>
        <td>
          <span className="cell-label">Size limit</span>
          <TextControl state={size} label={`Size limit of folder ${number}`} placeholder="None" />
        </td>
        <td>
          <span className="cell-label">Medium</span>
          <FormSelect
            id={medium.ids.control}
            aria-label={`Medium of folder ${number}`}
            aria-describedby={medium.describedBy}
            value={textOf(medium.value)}
            onChange={(_, value) => medium.change(value)}
            onFocus={medium.focus}
            onBlur={medium.blur}
          >
            <FormSelectOption value="" label="Disk" />
            <FormSelectOption value="Memory" label="Memory" />
          </FormSelect>
        </td>
        <td className="folder-remove">
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove folder ${number}, ${textOf(path.value)}`}
            onClick={onRemove}
          >
            <TrashIcon aria-hidden="true" />
          </button>
        </td>
      </tr>
      <tr>
        <td colSpan={5} className="folder-notes">
          <p id={path.ids.reason} className="reason">
            {purpose}
          </p>
          <span id={volume.ids.reason} hidden>
            The name that mount and volume share.
          </span>
          <span id={size.ids.reason} hidden>
            A quantity such as 500Mi or 2Gi; empty for no limit of its own.
          </span>
          <span id={medium.ids.reason} hidden>
            Memory counts against the container's memory limit.
          </span>
          <FieldNotes {...path} />
          <FieldNotes {...volume} />
          <FieldNotes {...size} />
          <FieldNotes {...medium} />
        </td>
      </tr>
    </tbody>
  );
}

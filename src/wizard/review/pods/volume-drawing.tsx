import FilesIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-file-code-icon';
import MemoryIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-memory-icon';
import DiskIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-storage-icon';
import { ToneIcon } from '../../findings/effect.tsx';
import { type PartActs, PartButton, Say } from './part-button.tsx';
import type { VolumePart } from './parts.ts';
import { volumeSays } from './pod-words.ts';

const icons = { disk: DiskIcon, memory: MemoryIcon, files: FilesIcon };

interface VolumeDrawingProps {
  readonly volume: VolumePart;
  readonly row: number;
  /** Its number among the parts of the picture. */
  readonly at: number;
  readonly lane: number | undefined;
  readonly mounts: number;
  readonly acts: PartActs;
  readonly active: string | undefined;
}

/** A volume, at the end of its bar. */
export function VolumeDrawing({ volume, row, at, lane, mounts, acts, active }: VolumeDrawingProps) {
  const { name, medium, state, place } = volume;
  const Icon = icons[medium];
  return (
    <li
      className={`drawn-volume is-${state} ${active === name ? 'is-active' : ''}`}
      style={{ gridRow: row }}
    >
      <PartButton
        acts={acts}
        at={at}
        place={place}
        name={`volume ${name}`}
        className="drawn-pill"
        volume={name}
      >
        {state === 'refused' ? (
          <ToneIcon tone="rejected" size={14} />
        ) : (
          <Icon aria-hidden="true" className="drawn-icon" />
        )}
        <Say>volume </Say>
        <code translate="no">{name}</code>
        <span className="visually-hidden">, </span>
        <span className="drawn-source">{volumeSays(volume)}</span>
        <Say>
          , {mounts === 0 ? 'not mounted' : `${mounts} ${mounts === 1 ? 'mount' : 'mounts'}`}
        </Say>
        {state === 'refused' && <span className="visually-hidden">, refused</span>}
      </PartButton>
      {lane !== undefined && mounts > 0 && (
        <span
          aria-hidden="true"
          className={`drawn-line is-end is-${state}`}
          style={{ gridColumn: `2 / ${lane + 3}` }}
        />
      )}
    </li>
  );
}

import { ToneIcon } from '../../findings/effect.tsx';
import { type PartActs, PartButton, Say } from './part-button.tsx';
import type { ContainerPart, MountPart, PartState, TagPart } from './parts.ts';
import { mountNote, roleWords } from './pod-words.ts';

interface ContainerDrawingProps {
  readonly container: ContainerPart;
  readonly rows: { readonly from: number; readonly rows: number };
  /** The number of its first part among those of the picture. */
  readonly first: number;
  readonly laneOf: (volume: string) => number | undefined;
  /** What becomes of a volume: a line to one that is refused is refused, too. */
  readonly stateOf: (volume: string) => PartState | undefined;
  readonly acts: PartActs;
  readonly active: string | undefined;
}

/** A container: its name, its tags, and what it mounts, each with a line to its volume's bar. */
export function ContainerDrawing(props: ContainerDrawingProps) {
  const { container, rows, first, laneOf, stateOf, acts, active } = props;
  const { name, role, isNew, tags, mounts } = container;
  return (
    <li
      className={`drawn-container is-${role}`}
      style={{ gridRow: `${rows.from} / span ${rows.rows}` }}
    >
      <div className="drawn-name">
        <h4 translate="no">{name || 'unnamed'}</h4>
        <span>
          {roleWords[role]}
          {isNew && ', new'}
        </span>
      </div>
      <ul className="drawn-tags" aria-label="Runs as">
        {tags.map((tag, index) => (
          <li key={`${tag.kind} ${tag.words}`}>
            <Tag tag={tag} at={first + index} container={name} acts={acts} />
          </li>
        ))}
      </ul>
      {mounts.length === 0 ? (
        <p className="drawn-no-mounts">No folders of its own</p>
      ) : (
        <ul
          className="drawn-mounts"
          style={{ gridRow: `3 / span ${mounts.length}` }}
          aria-label="Mounts"
        >
          {mounts.map((mount, index) => (
            <Mount
              // biome-ignore lint/suspicious/noArrayIndexKey: two mounts of one path are a mistake, but still two.
              key={`${mount.path} ${index}`}
              mount={mount}
              row={index + 1}
              at={first + tags.length + index}
              lane={laneOf(mount.volume)}
              volumeState={stateOf(mount.volume)}
              container={name}
              acts={acts}
              active={active}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

interface TagProps {
  readonly tag: TagPart;
  readonly at: number;
  readonly container: string;
  readonly acts: PartActs;
}

function Tag({ tag: { kind, words, state, note, place }, at, container, acts }: TagProps) {
  return (
    <PartButton
      acts={acts}
      at={at}
      place={place}
      name={`${container} ${kind} ${kind === 'refused' ? words : ''}`}
      className={`drawn-tag is-${state}`}
    >
      <StateSign state={state} />
      <span className="visually-hidden">{container}: </span>
      {words}
      <StateSay state={state} note={note} />
    </PartButton>
  );
}

function StateSign({ state }: { readonly state: PartState }) {
  if (state === 'refused') return <ToneIcon tone="rejected" size={12} />;
  if (state === 'fails') return <ToneIcon tone="fails" size={12} />;
  return state === 'advice' ? <ToneIcon tone="advice" size={12} /> : null;
}

const stateWords: Readonly<Record<PartState, string>> = {
  refused: 'refused',
  fails: 'fails after start',
  advice: 'advice',
  changed: 'changed',
  plain: '',
};

function StateSay({
  state,
  note,
}: {
  readonly state: PartState;
  readonly note: string | undefined;
}) {
  const word = state === 'changed' && note === 'new' ? 'new' : stateWords[state];
  const was = note === undefined || note === 'new' ? '' : `, ${note}`;
  return word ? <Say>{`, ${word}${was}`}</Say> : null;
}

interface MountProps {
  readonly mount: MountPart;
  readonly row: number;
  readonly at: number;
  readonly lane: number | undefined;
  readonly volumeState: PartState | undefined;
  readonly container: string;
  readonly acts: PartActs;
  readonly active: string | undefined;
}

function Mount({ mount, row, at, lane, volumeState, container, acts, active }: MountProps) {
  const { path, volume, isReadOnly, isLoose, state, note, place } = mount;
  const isActive = active === volume;
  const beside = mountNote(mount);
  const isBad = volumeState === 'refused' || volumeState === 'fails';
  const lineState = state === 'plain' && isBad ? volumeState : state;
  return (
    <li
      className={`drawn-mount is-${state} ${isActive ? 'is-active' : ''}`}
      style={{ gridRow: row }}
    >
      <PartButton
        acts={acts}
        at={at}
        place={place}
        name={`${container} ${path}`}
        className="drawn-row"
        volume={volume}
      >
        <span className="visually-hidden">{container}: </span>
        <code translate="no">{path}</code>
        {!isReadOnly && !isLoose && <Say>, writable</Say>}
        {beside && (
          <span className="drawn-beside">
            <span className="visually-hidden">, </span>
            {beside}
          </span>
        )}
        {!isLoose && <Say>, from volume </Say>}
        <code className="drawn-from" translate="no">
          {volume}
        </code>
        {state === 'changed' && note === 'new' && <Say>, new</Say>}
        {state === 'changed' && note !== 'new' && <Say>, changed</Say>}
        {(state === 'refused' || state === 'fails') && <Say>, {stateWords[state]}</Say>}
      </PartButton>
      {lane !== undefined && (
        <span
          aria-hidden="true"
          className={`drawn-line is-${lineState} ${isReadOnly ? 'is-ring' : ''} ${isLoose ? 'is-loose' : ''}`}
          style={{ gridColumn: `2 / ${lane + 3}` }}
        />
      )}
    </li>
  );
}

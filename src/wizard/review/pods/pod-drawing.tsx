import { type CSSProperties, type KeyboardEvent, memo, useId, useRef, useState } from 'react';
import type { Assessment } from '../../../agent/assess/assessment.ts';
import { ToneIcon, toneOfVerdict } from '../../findings/effect.tsx';
import { goToPart } from '../go-to-part.ts';
import { ContainerDrawing } from './container-drawing.tsx';
import type { EqualPods } from './equal-pods.ts';
import type { PartActs } from './part-button.tsx';
import type { PodPicture } from './parts.ts';
import { listFrom, narrowFrom, pictureGrid } from './picture-grid.ts';
import { podSays, verdictOf } from './pod-words.ts';
import { VolumeDrawing } from './volume-drawing.tsx';

interface PodDrawingProps {
  readonly group: EqualPods;
  readonly as: 'picture' | 'list';
  /** The files as they are, to which every part leads. */
  readonly assessment: Assessment;
}

/** How many steps through the parts of a picture a key goes. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** One pod: a list of its containers and volumes that is drawn as a picture of them. */
export const PodDrawing = memo(function PodDrawing(props: PodDrawingProps) {
  const { group, as, assessment } = props;
  const { shown } = group;
  const heading = useId();
  const section = useRef<HTMLElement>(null);
  const [focused, setFocused] = useState(0);
  const [volume, setVolume] = useState<string>();
  const isCrowded = shown.volumes.length > listFrom;
  const isList = as === 'list' || isCrowded;

  const parts = () => [...(section.current?.querySelectorAll<HTMLElement>('[data-part]') ?? [])];
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const all = parts();
    const focusedPart = document.activeElement;
    const at = focusedPart instanceof HTMLElement ? all.indexOf(focusedPart) : -1;
    if (step === undefined || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(all.length - 1, at + step));
    setFocused(next);
    all[next]?.focus();
  };
  const acts: PartActs = {
    stop: focused,
    onFocus: (at, name) => {
      setFocused(at);
      setVolume(name);
    },
    onLeave: () => setVolume(undefined),
    onHover: setVolume,
    open: (place) => goToPart(assessment, 'values', place),
    pod: shown.id,
  };
  return (
    <section
      ref={section}
      aria-labelledby={heading}
      className={`drawn is-${isList ? 'list' : 'picture'} ${group.others.length > 0 ? 'is-many' : ''}`}
      onKeyDown={move}
    >
      <Head id={heading} group={group} />
      {isCrowded && as === 'picture' && (
        <p className="drawn-crowded">
          As a list: the lines of {shown.volumes.length} volumes could not be told apart.
        </p>
      )}
      {shown.containers.length > 0 && <Parts picture={shown} acts={acts} volume={volume} />}
    </section>
  );
});

interface PartsProps {
  readonly picture: PodPicture;
  readonly acts: PartActs;
  /** The volume that has the focus or is pointed at. */
  readonly volume: string | undefined;
}

function Parts({ picture, acts, volume }: PartsProps) {
  const { containers, volumes } = picture;
  const grid = pictureGrid(picture);
  const style: CSSProperties & Record<'--lanes', number> = { '--lanes': grid.lanes };
  const lane = (name: string) => grid.laneOf.get(name);
  const isNarrow = volumes.length > narrowFrom;
  const partsBefore = (index: number) =>
    containers
      .slice(0, index)
      .reduce((sum, { tags, mounts }) => sum + tags.length + mounts.length, 0);
  return (
    <div
      className={`drawn-grid ${isNarrow ? 'has-many-lanes' : ''} ${volume === undefined ? '' : 'has-active'}`}
      style={style}
    >
      <ol className="drawn-containers" style={{ gridRow: `1 / ${grid.count}` }}>
        {containers.map((container, index) => (
          <ContainerDrawing
            key={container.place.join('.')}
            container={container}
            rows={grid.containers[index] ?? { from: 1, rows: 1 }}
            first={partsBefore(index)}
            laneOf={lane}
            stateOf={(name) => volumes.find((one) => one.name === name)?.state}
            acts={acts}
            active={volume}
          />
        ))}
      </ol>
      <p className="drawn-count" style={{ gridRow: grid.count }}>
        {volumes.length > 0 && `${volumes.length} ${volumes.length === 1 ? 'volume' : 'volumes'}`}
      </p>
      {volumes.length > 0 && (
        <ul
          className="drawn-volumes"
          style={{ gridRow: `${grid.count + 1} / span ${volumes.length}` }}
        >
          {volumes.map((one, index) => (
            <VolumeDrawing
              // biome-ignore lint/suspicious/noArrayIndexKey: two volumes of one name are a mistake, but still two.
              key={`${one.name} ${index}`}
              volume={one}
              row={index + 1}
              at={partsBefore(containers.length) + index}
              lane={lane(one.name)}
              mounts={countMounts(picture, one.name)}
              acts={acts}
              active={volume}
            />
          ))}
        </ul>
      )}
      {grid.bars.map((bar) => (
        <span
          key={bar.volume}
          aria-hidden="true"
          className={`drawn-bar is-${bar.medium} is-${bar.state} ${bar.volume === volume ? 'is-active' : ''}`}
          style={{ gridColumn: bar.lane + 2, gridRow: `${bar.from} / ${bar.to}` }}
        />
      ))}
    </div>
  );
}

function countMounts({ containers }: PodPicture, name: string): number {
  return containers.flatMap(({ mounts }) => mounts).filter(({ volume }) => volume === name).length;
}

function Head({
  id,
  group: { shown, others },
}: {
  readonly id: string;
  readonly group: EqualPods;
}) {
  const [open, setOpen] = useState(false);
  const list = useId();
  const says = podSays(shown, others);
  return (
    <header className="drawn-head">
      <h3 id={id}>{shown.id}</h3>
      {others.length > 0 && (
        <button
          type="button"
          className="drawn-others"
          aria-expanded={open}
          aria-controls={list}
          onClick={() => setOpen(!open)}
        >
          and {others.length} equal
        </button>
      )}
      <span className={`drawn-verdict tone-${toneOfVerdict(shown.verdict)}`}>
        <ToneIcon tone={toneOfVerdict(shown.verdict)} />
        {verdictOf(shown)}
      </span>
      {says && <p>{says}</p>}
      {others.length > 0 && (
        <ul id={list} className="drawn-names" hidden={!open}>
          {open && others.map((name) => <li key={name}>{name}</li>)}
        </ul>
      )}
    </header>
  );
}

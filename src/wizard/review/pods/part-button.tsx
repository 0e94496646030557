import type { ReactNode } from 'react';
import type { Path } from '../../../yaml/path.ts';

/** What the parts of one picture share: one stop for Tab, one volume in view, one way out. */
export interface PartActs {
  /** The part that Tab stops at, by its number in the order of the arrow keys. */
  readonly stop: number;
  readonly onFocus: (at: number, volume: string | undefined) => void;
  readonly onLeave: () => void;
  readonly onHover: (volume: string | undefined) => void;
  readonly open: (place: Path) => void;
  readonly pod: string;
}

interface PartButtonProps {
  readonly acts: PartActs;
  /** Its number in the order of the arrow keys. */
  readonly at: number;
  readonly place: Path;
  /** What it is, by which it is found again: `worker /tmp`. */
  readonly name: string;
  readonly className: string;
  /** The volume that it is, or that it mounts. */
  readonly volume?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A tag, a mount or a volume, which leads to its field. */
export function PartButton({
  acts,
  at,
  place,
  name,
  className,
  volume,
  title,
  children,
}: PartButtonProps) {
  return (
    <button
      type="button"
      data-part={at}
      data-back={`pod ${acts.pod} ${name}`}
      tabIndex={acts.stop === at ? 0 : -1}
      className={className}
      title={title ?? place.join('.')}
      onFocus={() => acts.onFocus(at, volume)}
      onBlur={acts.onLeave}
      onPointerEnter={() => acts.onHover(volume)}
      onPointerLeave={acts.onLeave}
      onClick={() => acts.open(place)}
    >
      {children}
    </button>
  );
}

/** Words for a screen reader, which the list shows to everybody. */
export function Say({ children }: { readonly children: ReactNode }) {
  return <span className="drawn-say">{children}</span>;
}

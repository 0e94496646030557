import { Mark } from './mark.tsx';
import type { MatrixCell } from './matrix-model.ts';

interface MarkFacts {
  readonly tone: string;
  readonly kind: 'tick' | 'cross' | 'none' | 'unknown';
  readonly label: string;
}

/** How a cell of the matrix looks. */
export function markOf({ state, isNew }: MatrixCell): MarkFacts {
  switch (state) {
    case 'passes':
      return isNew
        ? { tone: 'tone-admitted', kind: 'tick', label: 'passes since your changes' }
        : { tone: 'matrix-plain', kind: 'tick', label: 'passes' };
    case 'rejected':
      return { tone: 'tone-rejected', kind: 'cross', label: 'rejected' };
    case 'unknown':
      return { tone: 'tone-fails', kind: 'unknown', label: 'cannot be judged' };
    case 'unchecked':
      return { tone: 'matrix-plain', kind: 'none', label: 'not checked' };
  }
}

interface CellButtonProps {
  readonly id: string;
  readonly isStop: boolean;
  readonly name: string;
  readonly mark: MarkFacts;
  readonly onFocus: () => void;
  readonly onPoint: () => void;
  readonly onOpen: () => void;
}

/** A mark that leads to its field; one of the table is in the order of Tab, arrow keys do the rest. */
export function CellButton({ id, isStop, name, mark, onFocus, onPoint, onOpen }: CellButtonProps) {
  return (
    <button
      type="button"
      className={`matrix-cell ${mark.tone}`}
      data-cell={id}
      data-back={`cell ${name}`}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onPointerEnter={onPoint}
      onClick={onOpen}
    >
      <Mark kind={mark.kind} label={mark.label} />
    </button>
  );
}

import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Assessment } from '../../../agent/assess/assessment.ts';
import type { MatrixColumn } from '../../../agent/judge/check-matrix.ts';
import { narrow, useMedia } from '../../frame/use-media.ts';
import type { Present } from '../../present.ts';
import { goToPart } from '../go-to-part.ts';
import { MomentChoice } from '../moment-choice.tsx';
import { type EqualPods, namesInWords } from '../pods/equal-pods.ts';
import { setReviewView, useReviewView } from '../review-view.ts';
import { Section } from '../section.tsx';
import { usePrinting } from '../use-printing.ts';
import { type CellReading, cellReading } from './cell-reading.ts';
import './checks.css';
import { CellButton, markOf } from './cell-button.tsx';
import { LegendItem } from './mark.tsx';
import { cellState, hardeningColumn, matrixModel } from './matrix-model.ts';
import { ReadingPanel } from './reading-panel.tsx';

interface CheckMatrixProps {
  readonly present: Present;
  readonly imported: Assessment | undefined;
  readonly groups: readonly EqualPods[];
  readonly groupsBefore: readonly EqualPods[];
}

/** A cell by the names of its row and column. */
interface At {
  readonly pod: string;
  readonly container: string;
  readonly column: MatrixColumn;
}

/** Pods and their containers down, checks across, and beside it what one cell is about. */
export function CheckMatrix({ present, imported, groups, groupsBefore }: CheckMatrixProps) {
  const moment = useReviewView((view) => view.checks);
  const baseline = useReviewView((view) => view.baseline);
  const printing = usePrinting();
  const isNarrow = useMedia(narrow);
  const { assessment } = present;
  const isOpened = moment === 'opened' && imported !== undefined;
  const model = useMemo(
    () =>
      isOpened
        ? matrixModel(imported, groupsBefore, undefined, baseline || printing)
        : matrixModel(assessment, groups, imported, baseline || printing),
    [isOpened, assessment, imported, groups, groupsBefore, baseline, printing],
  );
  const [focused, setFocused] = useState<At>();
  const [pointed, setPointed] = useState<At>();
  const reading = useMemo(() => {
    // What has the focus wins over what is pointed at.
    const at = focused ?? pointed ?? firstCell(model);
    const stand = (of: Assessment) => ({
      assessment: of,
      stateOf: (cell: At) => cellState(of, cell),
    });
    return at && cellReading(at, stand(assessment), imported && stand(imported));
  }, [focused, pointed, model, assessment, imported]);
  const open = (at: At) => {
    const place = cellReading(at, { assessment, stateOf: () => undefined }, undefined)?.place;
    if (place) goToPart(assessment, 'values', place);
  };
  return (
    <Section
      id="matrix"
      title="Checks"
      says="Pods and containers down, checks across"
      tools={
        imported && (
          <MomentChoice
            of="Checks"
            value={moment}
            onChange={(chosen) => setReviewView({ checks: chosen })}
          />
        )
      }
    >
      <div className="checks">
        <div className="checks-table">
          <Table
            model={model}
            onFocus={setFocused}
            onPoint={setPointed}
            onOpen={open}
            reading={isNarrow && focused ? { at: focused, reading } : undefined}
            present={present}
          />
          <p className="matrix-legend">
            <LegendItem tone="tone-admitted" kind="tick" words="Passes since your changes" />
            <LegendItem tone="matrix-plain" kind="tick" words="Passes, as it did" />
            <LegendItem tone="tone-rejected" kind="cross" words="Rejected" />
            <LegendItem tone="tone-neutral" kind="none" words="Not checked, or not set" />
            <span>Last column: hardening, not a check</span>
          </p>
        </div>
        {!isNarrow && reading && <ReadingPanel reading={reading} present={present} />}
      </div>
    </Section>
  );
}

function firstCell({ pods, columns }: ReturnType<typeof matrixModel>): At | undefined {
  for (const { id, rows } of pods) {
    for (const { container, cells } of rows) {
      const telling = cells.find(({ state, isNew }) => state === 'rejected' || isNew);
      if (telling) return { pod: id, container, column: telling.column };
    }
  }
  const [pod] = pods;
  const [row] = pod?.rows ?? [];
  const [column] = columns;
  return pod && row && column && { pod: pod.id, container: row.container, column };
}

interface TableProps {
  readonly model: ReturnType<typeof matrixModel>;
  readonly onFocus: (at: At | undefined) => void;
  readonly onPoint: (at: At | undefined) => void;
  readonly onOpen: (at: At) => void;
  /** Where there is no room beside the table: what stands under the row of the focus. */
  readonly reading: { readonly at: At; readonly reading: CellReading | undefined } | undefined;
  readonly present: Present;
}

/** The keys that go from cell to cell: by rows and columns. */
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  Home: [0, -99],
  End: [0, 99],
};

function Table({ model, onFocus, onPoint, onOpen, reading, present }: TableProps) {
  const { columns, folded, pods } = model;
  const table = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState('0 0');
  const width = columns.length + 1;
  const move = (event: KeyboardEvent) => {
    const by = moves[event.key];
    const from = document.activeElement?.getAttribute('data-cell');
    if (by === undefined || !from) return;
    event.preventDefault();
    const [row = 0, column = 0] = from.split(' ').map(Number);
    const next = Math.max(0, Math.min(width - 1, column + by[1]));
    const cell = `${row + by[0]} ${next}`;
    table.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus();
  };
  let line = -1;
  const numbered = pods.map((pod) => ({
    pod,
    rows: pod.rows.map((row) => {
      line += 1;
      return { row, line };
    }),
  }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must take the keyboard.
    <section className="matrix-scroll" aria-label="Checks by container" tabIndex={0}>
      <table
        ref={table}
        className="matrix"
        onKeyDown={move}
        onPointerLeave={() => onPoint(undefined)}
      >
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              Pod and container
            </th>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {column === folded ? (
                  <button
                    type="button"
                    className="matrix-open"
                    aria-expanded={false}
                    onClick={() => setReviewView({ baseline: true })}
                  >
                    <span>{column.name}</span>
                  </button>
                ) : (
                  <span>{column.name}</span>
                )}
              </th>
            ))}
            <th scope="col" className="matrix-hardening">
              <span>{hardeningColumn.name}</span>
            </th>
          </tr>
        </thead>
        {numbered.map(({ pod, rows }) => (
          <tbody key={pod.id}>
            <tr className="matrix-pod">
              <th scope="rowgroup" colSpan={width + 1}>
                {pod.id}
                {pod.others.length > 0 && (
                  <span>
                    and {pod.others.length} equal: {namesInWords(pod.others)}
                  </span>
                )}
                {pod.unbuilt !== undefined && <span>Cannot be judged: {pod.unbuilt}</span>}
              </th>
            </tr>
            {rows.map(({ row, line: number }) => {
              const { container, cells, isRootReadOnly } = row;
              const at = (column: MatrixColumn): At => ({ pod: pod.id, container, column });
              const cellProps = (column: MatrixColumn, index: number) => ({
                id: `${number} ${index}`,
                isStop: stop === `${number} ${index}`,
                name: `${pod.id} ${container} ${column.name}`,
                onFocus: () => {
                  setStop(`${number} ${index}`);
                  onFocus(at(column));
                },
                onPoint: () => onPoint(at(column)),
                onOpen: () => onOpen(at(column)),
              });
              const isHere = reading?.at.pod === pod.id && reading.at.container === container;
              return [
                <tr key={container}>
                  <th scope="row">{container}</th>
                  {cells.map((cell, index) => (
                    <td key={cell.column.name}>
                      <CellButton {...cellProps(cell.column, index)} mark={markOf(cell)} />
                    </td>
                  ))}
                  <td className="matrix-hardening">
                    <CellButton
                      {...cellProps(hardeningColumn, columns.length)}
                      mark={
                        isRootReadOnly
                          ? { tone: 'tone-advice', kind: 'tick', label: 'read-only' }
                          : { tone: 'matrix-plain', kind: 'none', label: 'writable' }
                      }
                    />
                  </td>
                </tr>,
                isHere && reading.reading && (
                  <tr key={`${container} reading`} className="matrix-reading">
                    <td colSpan={width + 1}>
                      <ReadingPanel reading={reading.reading} present={present} />
                    </td>
                  </tr>
                ),
              ];
            })}
          </tbody>
        ))}
      </table>
    </section>
  );
}

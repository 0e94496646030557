import { Fragment, useState } from 'react';
import type { Assessment, PodAssessment } from '../../agent/assess/assessment.ts';
import { type CellState, matrixColumns, matrixRows } from '../../agent/judge/check-matrix.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import { goToProblem } from '../findings/go-to.ts';
import type { Present } from '../present.ts';
import { useImported } from './use-imported.ts';

type Shown = 'imported' | 'now';

/** Pods and their containers down, checks across: where people would rather look than read. */
export function CheckMatrix({ present }: { readonly present: Present }) {
  const [shown, setShown] = useState<Shown>('now');
  const imported = useImported(present);
  const assessment = shown === 'now' || !imported ? present.assessment : imported;
  const problems = shown === 'now' ? assessment.problems : [];
  const before = shown === 'now' && imported ? rejectedIn(imported) : undefined;
  return (
    <section aria-labelledby="matrix">
      <div className="section-head">
        <h2 id="matrix">Pods and checks</h2>
        {imported && (
          <div className="matrix-views">
            {(['imported', 'now'] as const).map((view) => (
              <button
                key={view}
                type="button"
                aria-pressed={shown === view}
                onClick={() => setShown(view)}
              >
                {view === 'now' ? 'Now' : 'As opened'}
              </button>
            ))}
          </div>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must take the keyboard. */}
      <section className="matrix-scroll" aria-label="Checks by container" tabIndex={0}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col" className="matrix-corner">
                Pod and container
              </th>
              {matrixColumns.map(({ name }) => (
                <th key={name} scope="col">
                  <span>{name}</span>
                </th>
              ))}
              <th scope="col" className="matrix-hardening">
                <span>readOnlyRootFilesystem</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {assessment.pods.map((pod) => (
              <Fragment key={pod.id}>
                <tr className="matrix-pod">
                  <th scope="rowgroup" colSpan={matrixColumns.length + 2}>
                    {pod.id}
                    {pod.containers.length === 0 && (
                      <span className="matrix-unbuilt">Cannot be judged: {pod.unknownReason}</span>
                    )}
                  </th>
                </tr>
                {matrixRows(pod).map(({ container, cells }) => (
                  <tr key={container.place.join(' ')}>
                    <th scope="row">{container.name}</th>
                    {cells.map((state, index) => {
                      const column = matrixColumns[index];
                      if (!column) return null;
                      return (
                        <td key={column.name}>
                          <Cell
                            state={state}
                            isNew={
                              before?.has(cellKey(pod.id, container.name, column.name)) ?? false
                            }
                            problem={problems.find((problem) =>
                              isAbout(problem, pod, container.name, column.checks),
                            )}
                          />
                        </td>
                      );
                    })}
                    <td className="matrix-hardening">
                      <span className={container.isRootReadOnly ? 'tone-advice' : 'tone-neutral'}>
                        {container.isRootReadOnly ? (
                          <Mark kind="tick" label="read-only" />
                        ) : (
                          <Mark kind="none" label="writable" />
                        )}
                      </span>
                    </td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
      <p className="matrix-legend">
        <LegendItem tone="tone-admitted" kind="tick" words="Passes since your changes" />
        <LegendItem tone="matrix-plain" kind="tick" words="Passed from the start" />
        <LegendItem tone="tone-rejected" kind="cross" words="Rejected" />
        <LegendItem tone="tone-neutral" kind="none" words="Not checked at this level" />
        <span>Last column: hardening, not a check</span>
      </p>
    </section>
  );
}

function cellKey(pod: string, container: string, column: string): string {
  return JSON.stringify([pod, container, column]);
}

/** The cells that were rejected when the files were opened. */
function rejectedIn({ pods }: Assessment): ReadonlySet<string> {
  return new Set(
    pods.flatMap((pod) =>
      matrixRows(pod).flatMap(({ container, cells }) =>
        matrixColumns.flatMap(({ name }, index) =>
          cells[index] === 'rejected' ? [cellKey(pod.id, container.name, name)] : [],
        ),
      ),
    ),
  );
}

function isAbout(
  { findings }: Problem,
  pod: PodAssessment,
  container: string,
  checks: readonly string[],
): boolean {
  return findings.some(
    (finding) =>
      checks.includes(finding.rule) &&
      finding.pod === pod.id &&
      (finding.container === undefined || finding.container === container),
  );
}

interface CellProps {
  readonly state: CellState;
  /** Whether it passes only since the files were opened. */
  readonly isNew: boolean;
  /** What a click leads to. */
  readonly problem: Problem | undefined;
}

function Cell({ state, isNew, problem }: CellProps) {
  if (state === 'passes') {
    return (
      <span className={`matrix-cell ${isNew ? 'tone-admitted' : 'matrix-plain'}`}>
        <Mark kind="tick" label={isNew ? 'passes since your changes' : 'passes'} />
      </span>
    );
  }
  if (state === 'unchecked') {
    return (
      <span className="matrix-cell tone-neutral">
        <Mark kind="none" label="not checked" />
      </span>
    );
  }
  if (state === 'unknown') {
    return (
      <span className="matrix-cell tone-fails">
        <span aria-hidden="true">?</span>
        <span className="visually-hidden">cannot be judged</span>
      </span>
    );
  }
  const mark = <Mark kind="cross" label="rejected" />;
  if (!problem) return <span className="matrix-cell tone-rejected">{mark}</span>;
  return (
    <button
      type="button"
      className="matrix-cell tone-rejected"
      title={problem.message}
      onClick={() => goToProblem(problem)}
    >
      {mark}
    </button>
  );
}

interface LegendItemProps {
  readonly tone: string;
  readonly kind: keyof typeof marks;
  readonly words: string;
}

function LegendItem({ tone, kind, words }: LegendItemProps) {
  return (
    <span>
      <span className={`legend-mark ${tone}`}>
        <Mark kind={kind} label="" />
      </span>
      {words}
    </span>
  );
}

const marks = { tick: 'm3.5 8.500 3 3 6-7', cross: 'm4 4 8 8m0-8-8 8', none: 'M5 8h6' };

function Mark({ kind, label }: { readonly kind: keyof typeof marks; readonly label: string }) {
  return (
    <>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={marks[kind]} fill="none" stroke="currentColor" strokeWidth="1.75" />
      </svg>
      {label && <span className="visually-hidden">{label}</span>}
    </>
  );
}

import { memo } from 'react';
import type { Span } from '../../editor/code-tones.ts';
import { type DiffLine, sideBySide } from './file-diff.ts';

/** The tones of the lines of the new text, by index. */
export type Tones = readonly (readonly Span[])[];

interface RowsProps {
  readonly lines: readonly DiffLine[];
  readonly tones: Tones;
}

/** Lines one under the other, with both numbers. */
export const UnifiedRows = memo(function UnifiedRows({ lines, tones }: RowsProps) {
  return lines.map((line) => (
    <div key={`${line.before} ${line.after}`} className={`diff-line is-${line.kind}`}>
      <LineNumber line={line.before} after={undefined} />
      <LineNumber line={line.after} after={line.after} />
      <Sign kind={line.kind} />
      <Code line={line} tones={tones} />
    </div>
  ));
});

/** What is gone at the left, what came at the right. */
export const SplitRows = memo(function SplitRows({ lines, tones }: RowsProps) {
  return sideBySide(lines).map(({ left, right }) => (
    <div key={`${left?.before} ${right?.after}`} className="diff-pair">
      <Half line={left} number={left?.before} tones={tones} />
      <Half line={right} number={right?.after} tones={tones} />
    </div>
  ));
});

interface HalfProps {
  readonly line: DiffLine | undefined;
  readonly number: number | undefined;
  readonly tones: Tones;
}

function Half({ line, number, tones }: HalfProps) {
  if (line === undefined) return <div className="diff-line is-none" />;
  return (
    <div className={`diff-line is-${line.kind}`}>
      <LineNumber line={number} after={line.after} />
      <Sign kind={line.kind} />
      <Code line={line} tones={tones} />
    </div>
  );
}

interface LineNumberProps {
  readonly line: number | undefined;
  /** The line of the new text that a click reveals. */
  readonly after: number | undefined;
}

/** For the pointer only: with the keyboard, each change has a button of its own. */
function LineNumber({ line, after }: LineNumberProps) {
  if (after === undefined) {
    return (
      <span className="diff-number" aria-hidden="true">
        {line}
      </span>
    );
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      className="diff-number"
      data-line={after}
      aria-hidden="true"
    >
      {line}
    </button>
  );
}

const signs = { same: '', added: '+', removed: '−' } as const;

function Sign({ kind }: { readonly kind: DiffLine['kind'] }) {
  return (
    <span className="diff-sign">
      <span aria-hidden="true">{signs[kind]}</span>
      {kind !== 'same' && <span className="visually-hidden">{kind}: </span>}
    </span>
  );
}

function Code({ line, tones }: { readonly line: DiffLine; readonly tones: Tones }) {
  const { text, after } = line;
  const spans = after === undefined ? [] : (tones[after - 1] ?? []);
  const starts = [0, ...spans.map(({ start }) => start).filter((at) => at > 0 && at < text.length)];
  return (
    <code translate="no">
      {starts.map((start, index) => {
        const tone = spans.findLast((span) => span.start <= start)?.tone;
        return (
          <span key={start} className={tone === undefined ? undefined : `code-${tone}`}>
            {text.slice(start, starts[index + 1])}
          </span>
        );
      })}
      {'\n'}
    </code>
  );
}

import { memo, type ReactNode } from 'react';
import type { LineSpan } from '../../yaml/text-diff.ts';
import { toneOfEffect } from '../findings/effect.tsx';
import { type Span, toneLines } from './code-tones.ts';
import type { Marks, ProblemMark } from './marks.ts';

interface PlainTextProps {
  /** As it is shown: line breaks are `\n`. */
  readonly text: string;
  readonly marks: Marks | undefined;
}

/** A file as a plain, selectable listing with line numbers, and the marks that the editor has. */
export const PlainText = memo(function PlainText({ text, marks }: PlainTextProps) {
  const lines = text.split('\n');
  const tones = toneLines(lines);
  const classes = lineClasses(marks);
  const problems = byLine(marks?.problems ?? []);
  return (
    <pre className={`plain-text ${lines.length > 9999 ? 'is-long' : ''}`}>
      {chunks(lines.length).map((first) => (
        <code key={first} className="plain-text-chunk">
          {lines.slice(first, first + chunkLength).map((line, i) => {
            const number = first + i + 1;
            return (
              <span
                key={number}
                className={`plain-line ${classes.get(number) ?? ''}`}
                data-line={number}
              >
                {pieces(line, tones[number - 1] ?? [], problems.get(number) ?? [])}
                {'\n'}
              </span>
            );
          })}
        </code>
      ))}
    </pre>
  );
});

/** Lines are drawn in chunks, so that the browser skips those that are not on screen. */
const chunkLength = 100;

function chunks(lineCount: number): number[] {
  return Array.from({ length: Math.ceil(lineCount / chunkLength) }, (_, i) => i * chunkLength);
}

function lineClasses(marks: Marks | undefined): ReadonlyMap<number, string> {
  const classes = new Map<number, string>();
  const add = (spans: readonly LineSpan[], name: string) => {
    for (const { first, last } of spans) {
      for (let line = first; line <= last; line++) {
        classes.set(line, `${classes.get(line) ?? ''} ${name}`);
      }
    }
  };
  if (marks) {
    add(marks.changed.added, 'line-added');
    add(marks.changed.replaced, 'line-replaced');
    add(marks.focused ? [marks.focused] : [], 'line-focused');
  }
  return classes;
}

function byLine(marks: readonly ProblemMark[]): ReadonlyMap<number, readonly ProblemMark[]> {
  const lines = new Map<number, ProblemMark[]>();
  for (const mark of marks) lines.set(mark.line, [...(lines.get(mark.line) ?? []), mark]);
  return lines;
}

/** A line's text cut where its tone or its underlining changes. */
function pieces(line: string, spans: readonly Span[], problems: readonly ProblemMark[]): ReactNode {
  const cuts = [
    ...spans.map(({ start }) => start),
    ...problems.flatMap(({ from, to }) => [from - 1, to - 1]),
  ];
  const starts = [...new Set([0, ...cuts])].filter((at) => at < line.length).sort((a, b) => a - b);
  return starts.map((start, i) => {
    const text = line.slice(start, starts[i + 1]);
    const tone = spans.findLast((span) => span.start <= start)?.tone;
    const mark = problems.find(({ from, to }) => from - 1 <= start && start < to - 1);
    const underline = mark ? `squiggle tone-${toneOfEffect(mark.problem.effect)}` : '';
    return (
      <span
        key={start}
        className={`${tone ? `code-${tone}` : ''} ${underline}`}
        title={mark?.problem.message}
      >
        {text}
      </span>
    );
  });
}

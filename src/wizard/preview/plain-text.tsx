import { memo, type ReactNode } from 'react';
import type { LineSpan } from '../../yaml/text-diff.ts';
import { type Span, toneLines } from '../editor/code-tones.ts';
import { type Tone, toneOfEffect } from '../findings/effect.tsx';
import type { Marks, Stretch } from '../problems/marks.ts';

interface PlainTextProps {
  /** As it is shown: line breaks are `\n`. */
  readonly text: string;
  /** Lines of the file in front of it. */
  readonly before: number;
  readonly marks: Marks | undefined;
}

/** A file as a plain, selectable listing with line numbers, and the marks that the editor has. */
export const PlainText = memo(function PlainText({ text, before, marks }: PlainTextProps) {
  const lines = text.split('\n');
  const tones = toneLines(lines);
  const classes = lineClasses(marks);
  const underlined = byLine(underlinesOf(marks));
  return (
    <pre translate="no" className={`plain-text ${lines.length > 9999 ? 'is-long' : ''}`}>
      {chunks(lines.length).map((first) => (
        <code
          translate="no"
          key={first}
          className="plain-text-chunk"
          style={{ containIntrinsicHeight: heightOf(Math.min(chunkLength, lines.length - first)) }}
        >
          {lines.slice(first, first + chunkLength).map((line, i) => {
            const number = first + i + 1;
            return (
              <span
                key={number}
                className={`plain-line ${classes.get(number) ?? ''}`}
                data-line={number + before}
              >
                {pieces(line, tones[number - 1] ?? [], underlined.get(number) ?? [])}
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

/** In pixels, as in the style sheet. */
export const lineHeight = 20;

/** The height of a chunk that is not drawn, so that nothing moves when it is. */
function heightOf(lineCount: number): string {
  return `auto ${lineCount * lineHeight}px`;
}

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
    add(
      marks.unread.map(({ line }) => ({ first: line, last: line })),
      'line-unread',
    );
  }
  return classes;
}

interface Underline extends Stretch {
  readonly tone: Tone;
  readonly message: string;
}

function underlinesOf(marks: Marks | undefined): readonly Underline[] {
  if (!marks) return [];
  return [
    ...marks.problems.map(({ problem, ...place }) => ({
      ...place,
      tone: toneOfEffect(problem.effect),
      message: problem.message,
    })),
    ...marks.unread.map(({ unread, ...place }) => ({
      ...place,
      tone: 'rejected' as const,
      message: unread.message,
    })),
  ];
}

function byLine(marks: readonly Underline[]): ReadonlyMap<number, readonly Underline[]> {
  const lines = new Map<number, Underline[]>();
  for (const mark of marks) lines.set(mark.line, [...(lines.get(mark.line) ?? []), mark]);
  return lines;
}

/** A line's text cut where its tone or its underlining changes. */
function pieces(line: string, spans: readonly Span[], underlines: readonly Underline[]): ReactNode {
  const cuts = [
    ...spans.map(({ start }) => start),
    ...underlines.flatMap(({ from, to }) => [from - 1, to - 1]),
  ];
  const starts = [...new Set([0, ...cuts])].filter((at) => at < line.length).sort((a, b) => a - b);
  return starts.map((start, i) => {
    const text = line.slice(start, starts[i + 1]);
    const tone = spans.findLast((span) => span.start <= start)?.tone;
    const mark = underlines.find(({ from, to }) => from - 1 <= start && start < to - 1);
    const underline = mark ? `squiggle tone-${mark.tone}` : '';
    return (
      <span
        key={start}
        className={`${tone ? `code-${tone}` : ''} ${underline}`}
        title={mark?.message}
      >
        {text}
      </span>
    );
  });
}

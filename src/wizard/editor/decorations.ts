import type { Effect, Problem } from '../../agent/rules/finding.ts';
import type { LineSpan } from '../../yaml/text-diff.ts';
import type { Marks, ProblemMark, Stretch, UnreadMark } from '../problems/marks.ts';
import { monaco } from './monaco.ts';
import { changedColor } from './monaco-theme.ts';

const { MarkerSeverity } = monaco;

const severities: Readonly<Record<Effect, monaco.MarkerSeverity>> = {
  rejected: MarkerSeverity.Error,
  fails: MarkerSeverity.Warning,
  warned: MarkerSeverity.Warning,
  advice: MarkerSeverity.Info,
};

/** What stands in the hover: what is wrong, why it matters, and what the fix would do. */
function explanation({ message, why, fix }: Problem): string {
  return [message, why, fix && `Fix: ${fix.title}`].filter(Boolean).join('\n');
}

/** Every problem as an underlined stretch with a hover. */
export function markersOf({ problems, unread }: Marks): monaco.editor.IMarkerData[] {
  return [...problems.map(markerOf), ...unread.map(unreadMarkerOf)];
}

function rangeOf({ line, from, to }: Stretch): monaco.IRange {
  // Nothing is underlined in an empty stretch: then it is the character after it.
  return {
    startLineNumber: line,
    startColumn: from,
    endLineNumber: line,
    endColumn: Math.max(to, from + 1),
  };
}

function unreadMarkerOf({ unread, ...place }: UnreadMark): monaco.editor.IMarkerData {
  const { message, remedy } = unread;
  return { severity: MarkerSeverity.Error, message: `${message}\n${remedy}`, ...rangeOf(place) };
}

function markerOf({ problem, ...place }: ProblemMark): monaco.editor.IMarkerData {
  const { rule, help } = problem;
  return {
    severity: severities[problem.effect],
    message: explanation(problem),
    ...rangeOf(place),
    ...(help === undefined
      ? { source: rule }
      : { code: { value: rule, target: monaco.Uri.parse(help) } }),
  };
}

function lines(
  { first, last }: LineSpan,
  options: monaco.editor.IModelDecorationOptions,
): monaco.editor.IModelDeltaDecoration {
  return { range: new monaco.Range(first, 1, last, 1), options: { ...options, isWholeLine: true } };
}

const overviewRuler = {
  color: { id: changedColor },
  position: monaco.editor.OverviewRulerLane.Left,
};

/** Bars beside changed lines and the ground of the focused ones. */
export function decorationsOf({ changed, focused }: Marks): monaco.editor.IModelDeltaDecoration[] {
  return [
    ...changed.added.map((span) =>
      lines(span, { linesDecorationsClassName: 'line-added', overviewRuler }),
    ),
    ...changed.replaced.map((span) =>
      lines(span, {
        linesDecorationsClassName: 'line-replaced',
        overviewRuler,
      }),
    ),
    ...(focused
      ? [
          lines(focused, {
            className: 'line-focused',
            marginClassName: 'line-focused',
          }),
        ]
      : []),
  ];
}

/** The ground of lines that have just changed; it fades by itself. */
export function flashOf(span: LineSpan): monaco.editor.IModelDeltaDecoration {
  return lines(span, { className: 'line-flash' });
}

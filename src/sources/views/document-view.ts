import { withHostsEnd } from './last-break.ts';
import type { View } from './view.ts';

/** One document of several in a text, from its marker on: its lines are those of the host. */
export function documentView(host: string, offset: number, text: string): View {
  const end = offset + text.length;
  const ends = { closed: /[\r\n]$/.test(text), isLast: end === host.length };
  return {
    host,
    text,
    toHost: (range) => ({ ...range, offset: range.offset + offset }),
    fromHost: (at) => (at < offset || at > end ? undefined : at - offset),
    editsToHost: (edits) =>
      withHostsEnd(text, edits, ends).map((edit) => ({ ...edit, offset: edit.offset + offset })),
  };
}

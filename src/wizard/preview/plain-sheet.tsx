import { type RefObject, useLayoutEffect, useRef } from 'react';
import { lineHeight, PlainText } from './plain-text.tsx';
import type { Sheet } from './use-sheet.ts';

interface PlainSheetProps {
  readonly sheet: Sheet;
  /** Told where the listing stands, so that the editor can take its place there. */
  readonly scrollTop?: RefObject<number>;
}

/** A file as a plain listing that scrolls to what is asked for. */
export function PlainSheet({ sheet: { text, before, marks, target }, scrollTop }: PlainSheetProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const token = useRef<unknown>(undefined);

  useLayoutEffect(() => {
    if (!scroller.current || !target || token.current === target.token) return;
    token.current = target.token;
    const { clientHeight } = scroller.current;
    scroller.current.scrollTop = (target.line - 0.5) * lineHeight - clientHeight / 2;
  }, [target]);

  return (
    <div
      ref={scroller}
      className="plain-sheet"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
      tabIndex={0}
      onScroll={({ currentTarget }) => {
        if (scrollTop) scrollTop.current = currentTarget.scrollTop;
      }}
    >
      <PlainText text={text} before={before} marks={marks} />
    </div>
  );
}

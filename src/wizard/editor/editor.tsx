import { useLayoutEffect, useRef } from 'react';
import { useShownChoice } from '../decisions/shown-choice.ts';
import { openProblem } from '../problems/open-problem.ts';
import { moveCursor } from '../view.ts';
import { ChangesView } from './changes-view.tsx';
import { editShown } from './edit-shown.ts';
import { type EditorEvents, EditorSession, type Shown } from './editor-session.ts';

export { ChangesView };

const events: EditorEvents = {
  onProblem: openProblem,
  onEdit: editShown,
  onCursor: (document, { lineNumber, column }) =>
    moveCursor({ document, line: lineNumber, column }),
};

interface EditorProps extends Shown {
  /** Where the plain listing stood that the editor takes the place of. */
  readonly scrollTop: { readonly current: number };
}

/** The file in Monaco. */
export function Editor(props: EditorProps) {
  const { document, opened, text, before, marks, target, flash, scrollTop } = props;
  const choice = useShownChoice(({ shown }) => shown);
  const host = useRef<HTMLDivElement>(null);
  const session = useRef<EditorSession>(undefined);

  useLayoutEffect(() => {
    if (!host.current) return;
    const made = new EditorSession(host.current, scrollTop.current, events);
    session.current = made;
    return () => {
      session.current = undefined;
      made.dispose();
    };
  }, [scrollTop]);

  useLayoutEffect(() => {
    session.current?.show({ document, opened, text, before, marks, target, flash });
  }, [document, opened, text, before, marks, target, flash]);

  // After the text, since it is drawn by its line numbers.
  useLayoutEffect(() => {
    session.current?.choice.show(choice?.document === document ? choice : undefined);
  }, [choice, document]);

  return <div ref={host} className="editor" />;
}

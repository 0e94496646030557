import { useLayoutEffect, useRef } from 'react';
import { changedLines } from '../../yaml/text-diff.ts';
import { toggleSideBySide, useView } from '../view.ts';
import { ChangesSession } from './changes-session.ts';

interface ChangesViewProps {
  readonly fileName: string;
  readonly original: string;
  readonly text: string;
}

/** What has changed in a file since it was opened, in Monaco. */
export function ChangesView({ fileName, original, text }: ChangesViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const session = useRef<ChangesSession>(undefined);
  const sideBySide = useView((view) => view.sideBySide);

  useLayoutEffect(() => {
    if (!host.current) return;
    const made = new ChangesSession(host.current, fileName);
    session.current = made;
    return () => {
      session.current = undefined;
      made.dispose();
    };
  }, [fileName]);

  useLayoutEffect(() => {
    session.current?.show(original, text);
  }, [original, text]);

  useLayoutEffect(() => {
    session.current?.layOut(sideBySide);
  }, [sideBySide]);

  const { count } = changedLines(original, text);
  return (
    <div className="changes">
      <div ref={host} className="editor" />
      <div className="place-line">
        <span>
          {count} {count === 1 ? 'line' : 'lines'} changed
        </span>
        <span className="changes-tools">
          <button
            type="button"
            className="place-link"
            aria-pressed={sideBySide}
            onClick={toggleSideBySide}
          >
            Side by side
          </button>
          <button
            type="button"
            className="place-link"
            onClick={() => session.current?.goTo('previous')}
          >
            Previous change
          </button>
          <button
            type="button"
            className="place-link"
            onClick={() => session.current?.goTo('next')}
          >
            Next change
          </button>
        </span>
      </div>
    </div>
  );
}

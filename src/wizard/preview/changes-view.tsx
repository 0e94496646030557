import { useLayoutEffect, useRef } from 'react';
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

  return <div ref={host} className="editor changes" />;
}

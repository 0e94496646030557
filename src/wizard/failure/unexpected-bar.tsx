import { Bar } from '../frame/bar.tsx';
import { DownloadFiles } from './failure-note.tsx';
import { dismissUnexpected, useUnexpected } from './unexpected.ts';

/** Says that something went wrong which would not show otherwise. */
export function UnexpectedBar() {
  const message = useUnexpected((state) => state.message);
  if (message === undefined) return null;
  return (
    <Bar
      tone="fails"
      testId="unexpected"
      dismissLabel="Dismiss the message"
      onDismiss={dismissUnexpected}
    >
      <p>
        <span>The last action went wrong, and may not have been done: </span>
        <code translate="no">{message}</code>
      </p>
      <DownloadFiles />
    </Bar>
  );
}

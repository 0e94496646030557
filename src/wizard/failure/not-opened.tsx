import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { getErrorMessage } from 'react-error-boundary';
import { saveText } from '../files/download.ts';
import { ToneIcon } from '../findings/effect.tsx';
import { forgetKept, keptText } from '../session.ts';
import './failure.css';

/** What this tab worked on, or what a link brings, could not be opened when the page was loaded. */
export function NotOpened({ error }: { readonly error: unknown }) {
  const message = getErrorMessage(error);
  const kept = keptText();
  return (
    <div className="failure" role="alert" data-testid="failure">
      <ToneIcon tone="fails" size={24} />
      <h1>Your work could not be opened</h1>
      <p>
        The wizard made a mistake while it opened what this tab worked on, or what the link brings.
        It is still kept as it was.
      </p>
      {message !== undefined && (
        <pre className="failure-message" translate="no">
          {message}
        </pre>
      )}
      <div className="failure-ways">
        <Button variant="primary" onClick={() => window.location.reload()}>
          Try again
        </Button>
        {kept !== undefined && (
          <Button variant="secondary" onClick={() => saveText('restricted-agent-work.json', kept)}>
            Download what is kept
          </Button>
        )}
        <Button variant="link" onClick={startWithout}>
          Start without it
        </Button>
      </div>
    </div>
  );
}

function startWithout(): void {
  forgetKept();
  window.history.replaceState(null, '', window.location.pathname);
  window.location.reload();
}

import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useLayoutEffect, useRef } from 'react';
import { getErrorMessage } from 'react-error-boundary';
import { downloadBoth } from '../files/download.ts';
import { ToneIcon } from '../findings/effect.tsx';
import { useWizard } from '../use-wizard.ts';
import { isMissingPart } from './missing-part.ts';
import './failure.css';

interface FailureNoteProps {
  readonly part: string;
  readonly heading: 'h1' | 'h2';
  readonly error: unknown;
  readonly onTryAgain: () => void;
}

/** What happened to a part of the page, and the ways on. */
export function FailureNote({ part, heading: Heading, error, onTryAgain }: FailureNoteProps) {
  const isMissing = isMissingPart(error);
  const message = getErrorMessage(error);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // In the place of a step: what had the focus is gone.
    if (Heading === 'h1') title.current?.focus();
  }, [Heading]);
  return (
    <div className="failure" role="alert" data-testid="failure">
      <ToneIcon tone="fails" size={24} />
      <Heading ref={title} tabIndex={-1}>
        {whatHappened(part, error)}
      </Heading>
      {isMissing ? (
        <p>
          You may be offline, or the wizard may have been updated since you opened this page. Your
          files are as you left them.
        </p>
      ) : (
        <>
          <p>The wizard made a mistake here. Your files are as you left them.</p>
          {message !== undefined && (
            <pre className="failure-message" translate="no">
              {message}
            </pre>
          )}
        </>
      )}
      <div className="failure-ways">
        <Button variant="primary" onClick={onTryAgain}>
          Try again
        </Button>
        <DownloadFiles />
        {isMissing && (
          <Button variant="link" onClick={() => window.location.reload()}>
            Reload the page
          </Button>
        )}
      </div>
    </div>
  );
}

interface FailureLineProps {
  readonly part: string;
  readonly error: unknown;
  readonly onTryAgain: () => void;
  readonly onClose?: (() => void) | undefined;
}

/** The same in a line. */
export function FailureLine({ part, error, onTryAgain, onClose }: FailureLineProps) {
  return (
    <div className="failure-line" role="alert" data-testid="failure">
      <ToneIcon tone="fails" />
      <span>{`${whatHappened(part, error)}. Your files are as you left them.`}</span>
      <Button variant="link" isInline onClick={onTryAgain}>
        Try again
      </Button>
      <DownloadFiles inLine />
      {onClose && (
        <Button variant="link" isInline onClick={onClose}>
          Close
        </Button>
      )}
    </div>
  );
}

function whatHappened(part: string, error: unknown): string {
  return isMissingPart(error) ? `${part} could not be loaded` : `${part} cannot be shown`;
}

/** Takes the work to safety, if there is any. */
export function DownloadFiles({ inLine = false }: { readonly inLine?: boolean }) {
  const hasWork = useWizard((state) => state.work !== undefined);
  if (!hasWork) return null;
  return (
    <Button variant={inLine ? 'link' : 'secondary'} isInline={inLine} onClick={downloadBoth}>
      Download my files
    </Button>
  );
}

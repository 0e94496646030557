import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { FailureLine, FailureNote } from './failure-note.tsx';
import { forgetMissingParts } from './missing-part.ts';

interface GuardProps {
  /** What the part is called, at the beginning of a sentence: `The preview`. */
  readonly part: string;
  /** A line instead of a note, where there is no room for more. */
  readonly line?: boolean;
  /** For a part that was opened and can be closed again. */
  readonly onClose?: () => void;
  /** The note's heading is the page's. */
  readonly heading?: 'h1' | 'h2';
  /** When one of these changes, a part that failed is tried again. */
  readonly resetOn?: readonly unknown[];
  readonly children: ReactNode;
}

/** Keeps a failure to one part of the page: the rest stays, and nobody's work is lost. */
export function Guard({ part, line, onClose, heading = 'h2', resetOn = [], children }: GuardProps) {
  return (
    <ErrorBoundary
      resetKeys={[...resetOn]}
      onReset={forgetMissingParts}
      fallbackRender={({ error, resetErrorBoundary }) =>
        line ? (
          <FailureLine
            part={part}
            error={error}
            onTryAgain={resetErrorBoundary}
            onClose={onClose}
          />
        ) : (
          <FailureNote
            part={part}
            heading={heading}
            error={error}
            onTryAgain={resetErrorBoundary}
          />
        )
      }
    >
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  );
}

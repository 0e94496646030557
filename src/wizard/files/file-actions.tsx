import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { Tooltip } from '@patternfly/react-core/dist/esm/components/Tooltip';
import CheckIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-check-icon';
import ChangesIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-compare-icon';
import CopyIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-copy-icon';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-download-icon';
import { memo, type ReactNode, useState } from 'react';
import type { DocumentName } from '../../agent/documents/documents.ts';
import { useFiles } from '../hosted/use-file.ts';
import { toggleChanges, useView } from '../view.ts';
import { copyDocument } from './copy.ts';
import { downloadDocument } from './download.ts';

interface FileActionsProps {
  readonly document: DocumentName;
  readonly withChanges?: boolean;
  readonly withDownload?: boolean;
}

/** What can be done with the file on show. Not rendered with each letter: tooltips measure. */
export const FileActions = memo(function FileActions({
  document,
  withChanges,
  withDownload,
}: FileActionsProps) {
  const { name } = useFiles()(document);
  return (
    <div className="preview-actions">
      {withChanges && <ChangesToggle />}
      <ConfirmedButton
        key={`copy-${document}`}
        label={`Copy ${name}`}
        done="Copied"
        icon={<CopyIcon aria-hidden="true" />}
        act={() => copyDocument(document)}
      />
      {withDownload && (
        <ConfirmedButton
          key={`download-${document}`}
          label={`Download ${name}`}
          done="Downloaded"
          icon={<DownloadIcon aria-hidden="true" />}
          act={async () => {
            downloadDocument(document);
            return true;
          }}
        />
      )}
    </div>
  );
});

function ChangesToggle() {
  const changes = useView((view) => view.changes);
  return (
    <Button
      variant="plain"
      className="preview-changes"
      icon={<ChangesIcon aria-hidden="true" />}
      aria-pressed={changes}
      onClick={toggleChanges}
    >
      Changes
    </Button>
  );
}

interface ConfirmedButtonProps {
  readonly label: string;
  /** What the tooltip says once it is done. */
  readonly done: string;
  readonly icon: ReactNode;
  readonly act: () => Promise<boolean>;
}

const confirmationTime = 2000;

/** An icon button that says for a moment that it has done it. */
function ConfirmedButton({ label, done, icon, act }: ConfirmedButtonProps) {
  const [confirmed, setConfirmed] = useState(false);
  const run = async () => {
    if (!(await act())) return;
    setConfirmed(true);
    window.setTimeout(() => setConfirmed(false), confirmationTime);
  };
  return (
    <Tooltip content={confirmed ? done : label} aria="none" position="bottom">
      <Button
        variant="plain"
        aria-label={label}
        className={confirmed ? 'is-confirmed' : ''}
        icon={confirmed ? <CheckIcon aria-hidden="true" /> : icon}
        onClick={() => void run()}
      />
    </Tooltip>
  );
}

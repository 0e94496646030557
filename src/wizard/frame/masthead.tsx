import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { DropdownItem } from '@patternfly/react-core/dist/esm/components/Dropdown/DropdownItem';
import { Tooltip } from '@patternfly/react-core/dist/esm/components/Tooltip';
import FileIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-file-code-icon';
import RedoIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-redo-icon';
import ShareIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-share-icon';
import UndoIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-undo-icon';
import { useState } from 'react';
import { backToOpened } from '../actions.ts';
import { Guard } from '../failure/guard.tsx';
import { lazyPart } from '../failure/lazy-part.tsx';
import { showFiles } from '../main-view.ts';
import { redo, undo, undoEnds } from '../store.ts';
import { useWizard } from '../use-wizard.ts';
import { showChanges } from '../view.ts';
import { DownloadMenu } from './download-menu.tsx';
import { useFileState } from './file-state.ts';
import { Menu } from './menu.tsx';
import { PhoneMenu } from './phone-menu.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import { narrow, phone, useMedia } from './use-media.ts';

const ShareDialog = lazyPart(() => import('./share-dialog.tsx'));

export function Masthead() {
  const [sharing, setSharing] = useState(false);
  const isPhone = useMedia(phone);
  const isNarrow = useMedia(narrow);
  const hasWork = useWizard((state) => state.work !== undefined);
  const share = () => setSharing(true);
  return (
    <header className="masthead">
      <img
        src="./icon.svg"
        alt=""
        width="20"
        height="22"
        className="masthead-mark"
        draggable="false"
      />
      {(!isPhone || !hasWork) && <span className="masthead-name">Restricted Agent Wizard</span>}
      <FileState />
      <div className="masthead-tools" role="toolbar" aria-label="Work">
        {hasWork && <UndoRedo />}
        {hasWork && !isPhone && (
          <>
            <span className="masthead-divider" />
            {isNarrow ? (
              <Tooltip content="Share" position="bottom">
                <Button
                  variant="secondary"
                  icon={<ShareIcon />}
                  aria-label="Share"
                  onClick={share}
                />
              </Tooltip>
            ) : (
              <Button variant="secondary" icon={<ShareIcon />} onClick={share}>
                Share
              </Button>
            )}
          </>
        )}
        {isPhone && hasWork ? (
          <PhoneMenu onShare={share} />
        ) : (
          <>
            <ThemeMenu />
            {hasWork && <DownloadMenu />}
          </>
        )}
      </div>
      {sharing && (
        <Guard part="Sharing" line onClose={() => setSharing(false)}>
          <ShareDialog onClose={() => setSharing(false)} />
        </Guard>
      )}
    </header>
  );
}

/** Letters at the end of a file's name that are never cut: `-prod.yaml`. */
const tailLength = 10;

/** What is open and how far it is from what was opened: `astro-ui-2x.yaml, 14 lines changed`. */
function FileState() {
  const file = useFileState();
  if (!file) return null;
  return (
    <div className="file-state">
      <FileIcon aria-hidden="true" />
      <span className="file-name" translate="no" title={file.name}>
        <span className="file-name-head">{file.name.slice(0, -tailLength)}</span>
        <span className="file-name-end">{file.name.slice(-tailLength)}</span>
      </span>
      {file.isChanged ? (
        <ChangesMenu words={file.changes} />
      ) : (
        <span className="file-changes">{file.changes}</span>
      )}
    </div>
  );
}

/** What can be done about all changes: look at them, or take them back. */
function ChangesMenu({ words }: { readonly words: string }) {
  return (
    <span className="file-changes">
      <Menu
        label={`${words}: see them or take them back`}
        toggle={{ variant: 'plainText', className: 'changes-toggle', children: words }}
        position="left"
      >
        <DropdownItem
          onClick={() => {
            showChanges();
            showFiles();
          }}
        >
          See the changes
        </DropdownItem>
        <DropdownItem onClick={backToOpened}>Back to the file as opened</DropdownItem>
      </Menu>
    </span>
  );
}

function UndoRedo() {
  const opened = useWizard((state) => state.opened);
  const last = useWizard((state) => state.past.at(-1)?.title);
  const next = useWizard((state) => state.future[0]?.title);
  return (
    <>
      <HistoryButton
        verb="Undo"
        title={last}
        nothing={opened === undefined ? 'Nothing to undo' : undoEnds(opened)}
        onClick={undo}
      />
      <HistoryButton verb="Redo" title={next} nothing="Nothing to redo" onClick={redo} />
    </>
  );
}

interface HistoryButtonProps {
  readonly verb: 'Undo' | 'Redo';
  /** What would be undone or redone; undefined: nothing. */
  readonly title: string | undefined;
  /** What it says then. */
  readonly nothing: string;
  readonly onClick: () => void;
}

function HistoryButton({ verb, title, nothing, onClick }: HistoryButtonProps) {
  const label = title === undefined ? verb : `${verb}: ${title}`;
  return (
    <Tooltip content={title === undefined ? nothing : label} position="bottom">
      <Button
        variant="plain"
        aria-label={label}
        isAriaDisabled={title === undefined}
        icon={verb === 'Undo' ? <UndoIcon /> : <RedoIcon />}
        onClick={onClick}
      />
    </Tooltip>
  );
}

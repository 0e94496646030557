import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useEffect, useMemo } from 'react';
import type { Assessment } from '../../../agent/assess/assessment.ts';
import { downloadDocument } from '../../files/download.ts';
import { narrow, phone, useMedia } from '../../frame/use-media.ts';
import { linesBefore } from '../../hosted/file-texts.ts';
import type { Present } from '../../present.ts';
import { copied } from '../copied.ts';
import { fileNameOf } from '../file-name-of.ts';
import { Choice } from '../moment-choice.tsx';
import { setReviewView, useReviewView } from '../review-view.ts';
import { Section } from '../section.tsx';
import { ownersIn } from './change-owner.ts';
import './changes.css';
import { FileChanges } from './file-changes.tsx';
import { goToChange } from './go-to-change.ts';
import { type ChangedFile, changeFrom } from './review-diffs.ts';

interface ChangesProps {
  readonly present: Present;
  readonly imported: Assessment | undefined;
  readonly files: readonly ChangedFile[];
  readonly onCopyPatch: () => void;
}

/** The diff of each file against what was opened. */
export function Changes({ present, imported, files, onCopyPatch }: ChangesProps) {
  const layout = useReviewView((view) => view.layout);
  const isNarrow = useMedia(narrow);
  const isPhone = useMedia(phone);
  useChangeKeys(files);
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  return (
    <Section
      id="changes"
      title="Changes"
      says={files.length === 0 ? undefined : `${count}, against what you opened`}
      className="changes-part"
      tools={
        files.length > 0 && (
          <>
            {!isNarrow && (
              <Choice
                name="How changes are shown"
                choices={[
                  { value: 'unified', label: 'Unified' },
                  { value: 'split', label: 'Split' },
                ]}
                value={layout}
                onChange={(chosen) => setReviewView({ layout: chosen })}
              />
            )}
            <Button variant="secondary" size="sm" onClick={onCopyPatch}>
              Copy patch
            </Button>
          </>
        )
      }
    >
      {files.length === 0 && <p className="part-none">The files are as they were opened.</p>}
      {files.map((file) => (
        <OwnedFile
          key={file.document}
          file={file}
          present={present}
          imported={imported}
          isSplit={layout === 'split' && !isNarrow}
          folded={isPhone}
        />
      ))}
    </Section>
  );
}

interface OwnedFileProps extends Pick<ChangesProps, 'present' | 'imported'> {
  readonly file: ChangedFile;
  readonly isSplit: boolean;
  readonly folded: boolean;
}

function OwnedFile({ file, present, imported, isSplit, folded }: OwnedFileProps) {
  const { document, after } = file;
  const { work, assessment, unread } = present;
  const name = fileNameOf(work, document);
  // Of a text that cannot be read nobody knows whose its changes are.
  const isRead = !unread.some((problem) => problem.document === document);
  const ownerOf = useMemo(() => {
    if (!isRead) return () => undefined;
    const now = linesBefore(work, document);
    const opened = linesBefore(work, document, 'opened');
    return ownersIn(document, assessment, imported, { now, opened });
  }, [isRead, document, assessment, imported, work]);
  return (
    <FileChanges
      file={file}
      name={name}
      ownerOf={ownerOf}
      isSplit={isSplit}
      folded={folded}
      onCopy={() => void copied(after, name)}
      onDownload={() => downloadDocument(document, name)}
    />
  );
}

/** F7 goes to the next change, Shift F7 to the one before, as in editors. */
function useChangeKeys(files: readonly ChangedFile[]): void {
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      if (event.key !== 'F7') return;
      const present = document.activeElement?.closest('.diff-change')?.id;
      const next = changeFrom(files, present, event.shiftKey ? -1 : 1);
      if (next === undefined) return;
      event.preventDefault();
      goToChange(next.document, next.number);
    };
    document.addEventListener('keydown', go);
    return () => document.removeEventListener('keydown', go);
  }, [files]);
}

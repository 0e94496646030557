import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useRef } from 'react';
import type { DocumentName } from '../../agent/documents/documents.ts';
import { tryEditorAgain, useEditorModule } from '../editor/load-editor.ts';
import { DocumentPanel, DocumentTabs } from '../files/document-tabs.tsx';
import { FileActions } from '../files/file-actions.tsx';
import { ToneIcon } from '../findings/effect.tsx';
import { fileText, nameOf, openedText } from '../hosted/file-texts.ts';
import { ProblemPanel } from '../problems/problem-panel.tsx';
import { useWizard } from '../use-wizard.ts';
import { useView } from '../view.ts';
import type { Work } from '../work.ts';
import { PlaceLine } from './place-line.tsx';
import { PlainSheet } from './plain-sheet.tsx';
import { shownText } from './shown-text.ts';
import { type Sheet, useSheet } from './use-sheet.ts';
import './preview.css';
import './file.css';

/** The right column: both files as they are now, with their problems. */
export function Preview() {
  const work = useWizard((state) => state.work);
  return work ? <Files work={work} /> : null;
}

function Files({ work }: { readonly work: Work }) {
  const sheet = useSheet(work);
  const changes = useView((view) => view.changes);
  const failed = useEditorModule() instanceof Error;
  return (
    <div className="preview">
      <div className="preview-toolbar">
        <DocumentTabs work={work} />
        <FileActions document={sheet.document} withChanges withDownload />
      </div>
      {failed && <NoEditor />}
      <DocumentPanel document={sheet.document}>
        {changes ? <Changes work={work} document={sheet.document} /> : <File sheet={sheet} />}
      </DocumentPanel>
      {!changes && <PlaceLine />}
      <ProblemPanel />
    </div>
  );
}

function File({ sheet }: { readonly sheet: Sheet }) {
  const editor = useEditorModule();
  const scrollTop = useRef(0);
  const flash = useWizard((state) => state.openKey === undefined);
  const { document, opened, text, before, marks, target } = sheet;
  if (!editor || editor instanceof Error) {
    return <PlainSheet sheet={sheet} scrollTop={scrollTop} />;
  }
  return (
    <editor.Editor
      document={document}
      opened={opened}
      text={text}
      before={before}
      marks={marks}
      target={target}
      flash={flash}
      scrollTop={scrollTop}
    />
  );
}

interface ChangesProps {
  readonly work: Work;
  readonly document: DocumentName;
}

function Changes({ work, document }: ChangesProps) {
  const editor = useEditorModule();
  const original = shownText(openedText(work, document));
  const text = shownText(fileText(work, document));
  const name = nameOf(work, document);
  if (original === text) {
    return <p className="preview-note">{`${name} is as it was opened.`}</p>;
  }
  if (!editor) return <p className="preview-note">Loading the comparison</p>;
  if (editor instanceof Error) {
    return <p className="preview-note">The comparison needs the editor.</p>;
  }
  return <editor.ChangesView key={document} fileName={name} original={original} text={text} />;
}

/** Says that the editor's code did not come: the browser is offline, or there is a newer version. */
function NoEditor() {
  return (
    <div className="preview-missing" role="status" data-testid="no-editor">
      <ToneIcon tone="fails" />
      <p>The editor could not be loaded. You can read the file here, and edit it in the form.</p>
      <Button variant="link" isInline onClick={tryEditorAgain}>
        Try again
      </Button>
    </div>
  );
}

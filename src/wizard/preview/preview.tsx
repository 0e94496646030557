import { useRef } from 'react';
import { fileNames } from '../../agent/documents/documents.ts';
import { useEditorModule } from '../editor/load-editor.ts';
import { DocumentPanel, DocumentTabs } from '../files/document-tabs.tsx';
import { FileActions } from '../files/file-actions.tsx';
import { ProblemPanel } from '../problems/problem-panel.tsx';
import { useWizard } from '../store.ts';
import { useView } from '../view.ts';
import type { Work } from '../work.ts';
import { PlaceLine } from './place-line.tsx';
import { PlainSheet } from './plain-sheet.tsx';
import { type Sheet, useSheet } from './use-sheet.ts';
import './preview.css';

/** The right column: both files as they are now, with their problems. */
export function Preview() {
  const work = useWizard((state) => state.work);
  return work ? <Files work={work} /> : null;
}

function Files({ work }: { readonly work: Work }) {
  const sheet = useSheet(work);
  const changes = useView((view) => view.changes);
  return (
    <div className="preview">
      <div className="preview-toolbar">
        <DocumentTabs work={work} />
        <FileActions document={sheet.document} withChanges withDownload />
      </div>
      <DocumentPanel document={sheet.document}>
        {changes ? <Changes sheet={sheet} /> : <File sheet={sheet} />}
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
  const { document, opened, text, marks, target } = sheet;
  if (!editor) return <PlainSheet sheet={sheet} scrollTop={scrollTop} />;
  return (
    <editor.Editor
      document={document}
      opened={opened}
      text={text}
      marks={marks}
      target={target}
      flash={flash}
      scrollTop={scrollTop}
    />
  );
}

function Changes({ sheet: { document, original, text } }: { readonly sheet: Sheet }) {
  const editor = useEditorModule();
  if (original === text) {
    return <p className="preview-note">{fileNames[document]} is as it was opened.</p>;
  }
  if (!editor) return <p className="preview-note">Loading the comparison</p>;
  return (
    <editor.ChangesView
      key={document}
      fileName={fileNames[document]}
      original={original}
      text={text}
    />
  );
}

import { DocumentPanel, DocumentTabs } from '../files/document-tabs.tsx';
import { FileActions } from '../files/file-actions.tsx';
import { useWizard } from '../use-wizard.ts';
import type { Work } from '../work.ts';
import { PlainSheet } from './plain-sheet.tsx';
import { useSheet } from './use-sheet.ts';
import './preview.css';
import './file.css';

/** Both files for a phone: plain text that can be selected and copied, without an editor. */
export function PlainFiles() {
  const work = useWizard((state) => state.work);
  return work ? <Listing work={work} /> : null;
}

function Listing({ work }: { readonly work: Work }) {
  const sheet = useSheet(work);
  return (
    <div className="preview plain-files">
      <div className="preview-toolbar">
        <DocumentTabs work={work} />
        <FileActions document={sheet.document} />
      </div>
      <DocumentPanel document={sheet.document}>
        <PlainSheet key={sheet.document} sheet={sheet} />
      </DocumentPanel>
    </div>
  );
}

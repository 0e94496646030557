import type { KeyboardEvent, ReactNode } from 'react';
import { type DocumentName, documentNames } from '../../agent/documents/documents.ts';
import { isFileChanged, nameOf } from '../hosted/file-texts.ts';
import { showDocument, useView } from '../view.ts';
import type { Work } from '../work.ts';

const tabId = (document: DocumentName) => `preview-tab-${document}`;
const panelId = 'preview-panel';

/** How many tabs a key moves on; Home and End go to the ends. */
const moves: Readonly<Record<string, (from: number, count: number) => number>> = {
  ArrowRight: (from, count) => (from + 1) % count,
  ArrowLeft: (from, count) => (from + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** One tab per file; a dot says that the file differs from what was opened. */
export function DocumentTabs({ work }: { readonly work: Work }) {
  const shown = useView((view) => view.document);

  const move = (event: KeyboardEvent, from: number) => {
    const next = documentNames[moves[event.key]?.(from, documentNames.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    showDocument(next);
    document.getElementById(tabId(next))?.focus();
  };

  return (
    <div role="tablist" aria-label="Files" className="preview-tabs">
      {documentNames.map((name, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          className="preview-tab"
          aria-selected={name === shown}
          aria-controls={panelId}
          tabIndex={name === shown ? 0 : -1}
          onClick={() => showDocument(name)}
          onKeyDown={(event) => move(event, index)}
        >
          {nameOf(work, name)}
          {isFileChanged(work, name) && (
            <span className="preview-dot">
              <span className="visually-hidden">, changed</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

interface DocumentPanelProps {
  readonly document: DocumentName;
  readonly children: ReactNode;
}

/** What the selected tab shows. */
export function DocumentPanel({ document, children }: DocumentPanelProps) {
  return (
    <div role="tabpanel" id={panelId} aria-labelledby={tabId(document)} className="preview-panel">
      {children}
    </div>
  );
}

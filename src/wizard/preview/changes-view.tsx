import { useLayoutEffect, useRef } from 'react';
import { languageId, monaco, sharedOptions } from './monaco.ts';
import { updateModel } from './update-model.ts';

interface ChangesViewProps {
  readonly fileName: string;
  readonly original: string;
  readonly text: string;
}

type Models = monaco.editor.IDiffEditorModel;

/** What has changed in a file since it was opened, in Monaco. */
export function ChangesView({ fileName, original, text }: ChangesViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const models = useRef<Models>(undefined);

  useLayoutEffect(() => {
    if (!host.current) return;
    const made: Models = {
      original: monaco.editor.createModel('', languageId),
      modified: monaco.editor.createModel('', languageId),
    };
    const editor = monaco.editor.createDiffEditor(host.current, {
      ...sharedOptions,
      diffAlgorithm: 'advanced',
      hideUnchangedRegions: { enabled: true, contextLineCount: 3 },
      ignoreTrimWhitespace: false,
      originalAriaLabel: `${fileName} as it was opened`,
      modifiedAriaLabel: `${fileName} with your changes, read-only`,
      renderGutterMenu: false,
      renderMarginRevertIcon: false,
      renderOverviewRuler: false,
      renderSideBySide: false,
    });
    editor.setModel(made);
    models.current = made;
    return () => {
      models.current = undefined;
      editor.dispose();
      made.original.dispose();
      made.modified.dispose();
    };
  }, [fileName]);

  useLayoutEffect(() => {
    if (!models.current) return;
    for (const model of Object.values(models.current)) {
      model.setEOL(monaco.editor.EndOfLineSequence.LF);
    }
    updateModel(models.current.original, original);
    updateModel(models.current.modified, text);
  }, [original, text]);

  return <div ref={host} className="editor changes" />;
}

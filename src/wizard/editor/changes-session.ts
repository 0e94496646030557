import { languageId, monaco, readOnlyOptions } from './monaco.ts';
import { updateModel } from './update-model.ts';

/** Keeps one Monaco diff editor in step with the two texts it compares. */
export class ChangesSession {
  private readonly editor: monaco.editor.IStandaloneDiffEditor;
  private models: monaco.editor.IDiffEditorModel | undefined;

  constructor(host: HTMLElement, fileName: string) {
    this.editor = monaco.editor.createDiffEditor(host, {
      ...readOnlyOptions,
      diffAlgorithm: 'advanced',
      hideUnchangedRegions: { enabled: true, contextLineCount: 3 },
      ignoreTrimWhitespace: false,
      lineDecorationsWidth: 20,
      renderGutterMenu: false,
      renderMarginRevertIcon: false,
      renderOverviewRuler: false,
      // Side by side needs about twice the width of a line of YAML.
      renderSideBySideInlineBreakpoint: 900,
    });
    const { editor } = this;
    editor.getOriginalEditor().updateOptions({ ariaLabel: `${fileName} as it was opened` });
    editor
      .getModifiedEditor()
      .updateOptions({ ariaLabel: `${fileName} with its changes, read-only` });
  }

  show(original: string, text: string): void {
    if (!this.models) {
      this.models = { original: modelOf(original), modified: modelOf(text) };
      this.editor.setModel(this.models);
      return;
    }
    updateModel(this.models.original, original);
    updateModel(this.models.modified, text);
  }

  /** Two columns even where they are narrow, or as there is room. */
  layOut(sideBySide: boolean): void {
    this.editor.updateOptions({
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: !sideBySide,
    });
  }

  goTo(change: 'next' | 'previous'): void {
    this.editor.goToDiff(change);
  }

  dispose(): void {
    this.editor.dispose();
    this.models?.original.dispose();
    this.models?.modified.dispose();
  }
}

function modelOf(text: string): monaco.editor.ITextModel {
  const model = monaco.editor.createModel(text, languageId);
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  return model;
}

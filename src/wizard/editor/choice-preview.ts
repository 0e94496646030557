import type { ShownChoice } from '../decisions/shown-choice.ts';
import { monaco } from './monaco.ts';

/** Draws in the editor what a choice would do: lines that go are struck through, others come. */
export class ChoicePreview {
  private readonly editor: monaco.editor.ICodeEditor;
  private readonly leaving: monaco.editor.IEditorDecorationsCollection;
  private zones: readonly string[] = [];

  constructor(editor: monaco.editor.ICodeEditor) {
    this.editor = editor;
    this.leaving = editor.createDecorationsCollection();
  }

  /** Shows this choice in the place of the one before; undefined for none. */
  show(choice: ShownChoice | undefined): void {
    this.leaving.set((choice?.leaving ?? []).map(leavingLine));
    this.editor.changeViewZones((change) => {
      for (const zone of this.zones) change.removeZone(zone);
      this.zones = (choice?.coming ?? []).map(({ after, lines }, index) =>
        change.addZone({
          afterLineNumber: after,
          heightInLines: lines.length,
          domNode: this.linesOf(lines, index === 0 ? (choice?.words ?? '') : ''),
          marginDomNode: signsOf(lines.length),
        }),
      );
    });
    const first = choice?.leaving[0] ?? choice?.coming[0]?.after;
    if (first !== undefined) this.editor.revealLineInCenterIfOutsideViewport(Math.max(1, first));
  }

  private linesOf(lines: readonly string[], words: string): HTMLElement {
    const node = document.createElement('div');
    node.className = 'choice-coming';
    this.editor.applyFontInfo(node);
    node.style.lineHeight = `${this.editor.getOption(monaco.editor.EditorOption.lineHeight)}px`;
    for (const [index, line] of lines.entries()) {
      const row = document.createElement('div');
      row.textContent = line;
      if (index === 0 && words !== '') {
        const note = document.createElement('span');
        note.className = 'choice-if';
        note.textContent = words;
        row.append(note);
      }
      node.append(row);
    }
    return node;
  }
}

function leavingLine(line: number): monaco.editor.IModelDeltaDecoration {
  return {
    range: new monaco.Range(line, 1, line, Number.MAX_SAFE_INTEGER),
    options: { inlineClassName: 'choice-leaving' },
  };
}

function signsOf(count: number): HTMLElement {
  const node = document.createElement('div');
  node.className = 'choice-signs';
  for (let at = 0; at < count; at += 1) {
    const sign = document.createElement('div');
    sign.textContent = '+';
    node.append(sign);
  }
  return node;
}

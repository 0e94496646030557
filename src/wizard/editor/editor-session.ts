import { type DocumentName, fileNames } from '../../agent/documents/documents.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import type { LineSpan } from '../../yaml/text-diff.ts';
import type { TextEdit } from '../../yaml/text-edit.ts';
import type { Marks, ProblemMark } from '../problems/marks.ts';
import { ChoicePreview } from './choice-preview.ts';
import { decorationsOf, flashOf, markersOf } from './decorations.ts';
import { connectKeys } from './editor-keys.ts';
import { editableOptions, languageId, monaco } from './monaco.ts';
import { offerFixes } from './quick-fixes.ts';
import { modelUri } from './schema-help.ts';
import { keepScroll, updateModel } from './update-model.ts';

/** A line to bring into view; a new token asks anew. */
export interface Target {
  readonly token: unknown;
  readonly line: number;
  /** Whether the cursor goes there too. */
  readonly withCursor: boolean;
}

/** What the editor tells of somebody at work in it. */
export interface EditorEvents {
  readonly onProblem: (problem: Problem) => void;
  /** Edits of the text as it is shown, all of the text before any of them. */
  readonly onEdit: (document: DocumentName, edits: readonly TextEdit[]) => void;
  readonly onCursor: (document: DocumentName, position: monaco.IPosition) => void;
}

/** What the editor is to show. */
export interface Shown {
  readonly document: DocumentName;
  /** What was opened under that name; another one is a new text, not a change of it. */
  readonly opened: unknown;
  readonly text: string;
  /** Lines of the file in front of it: they are counted, and not shown. */
  readonly before: number;
  readonly marks: Marks | undefined;
  readonly target: Target | undefined;
  /** Whether to show what has changed by a short change of its ground. */
  readonly flash: boolean;
}

/** One of the two files in the editor. */
interface Sheet {
  readonly opened: unknown;
  readonly model: monaco.editor.ITextModel;
  scroll: monaco.editor.ICodeEditorViewState | null;
  marks: Marks | undefined;
  /** The token of the last target that was brought into view. */
  token: unknown;
}

const markerOwner = 'problems';
const flashTime = 1400;
/** A line nearer to an edge of the view than this is brought to the middle. */
const comfortableLines = 2;

/** Keeps one Monaco editor in step with what the page says it shows. */
export class EditorSession {
  private readonly editor: monaco.editor.IStandaloneCodeEditor;
  private readonly sheets = new Map<DocumentName, Sheet>();
  private readonly decorations: monaco.editor.IEditorDecorationsCollection;
  private readonly flash: monaco.editor.IEditorDecorationsCollection;
  private flashTimer: number | undefined;
  private document: DocumentName | undefined;
  private before = 0;
  /** Where the first document is to stand. */
  private startAt: number | undefined;
  private readonly events: EditorEvents;
  /** What a choice would do, drawn into the file that is shown. */
  readonly choice: ChoicePreview;
  /** Whether the model is being brought in step, so that its changes are nobody's edits. */
  private following = false;

  constructor(host: HTMLElement, startAt: number, events: EditorEvents) {
    this.startAt = startAt;
    this.events = events;
    this.editor = monaco.editor.create(host, { ...editableOptions, model: null });
    connectKeys(this.editor);
    this.decorations = this.editor.createDecorationsCollection();
    this.flash = this.editor.createDecorationsCollection();
    this.choice = new ChoicePreview(this.editor);
    this.editor.onMouseUp(({ target }) => {
      const mark = target.position && this.problemAt(target.position);
      if (mark && this.editor.getSelection()?.isEmpty()) events.onProblem(mark.problem);
    });
    this.editor.onDidChangeCursorPosition(({ position }) => {
      if (this.document && !this.following) events.onCursor(this.document, position);
    });
  }

  /** Shows this, changing only what is different. */
  show(shown: Shown): void {
    const { document, text, before, marks, target, flash } = shown;
    const sheet = this.sheetOf(shown);
    if (this.document !== document) this.switchTo(document, sheet);
    this.countFrom(before);
    const changed = this.follow(sheet.model, text);
    this.mark(sheet, marks);
    if (target && target.token !== sheet.token) {
      sheet.token = target.token;
      this.reveal(target.line, target.withCursor);
    } else if (changed.length > 0 && areTogether(changed)) {
      this.reveal(changed[0]?.first ?? 1, false);
    }
    if (flash) this.flashLines(changed);
  }

  private countFrom(before: number): void {
    if (before === this.before) return;
    this.before = before;
    const lineNumbers = before === 0 ? 'on' : (line: number) => String(line + before);
    this.editor.updateOptions({ lineNumbers });
  }

  dispose(): void {
    window.clearTimeout(this.flashTimer);
    this.editor.dispose();
    for (const { model } of this.sheets.values()) model.dispose();
  }

  /** The document's sheet; a new one if another file has been opened. */
  private sheetOf({ document, opened, text, target }: Shown): Sheet {
    const known = this.sheets.get(document);
    if (known && known.opened === opened) return known;
    if (this.document === document) this.document = undefined;
    known?.model.dispose();
    const model = monaco.editor.createModel(text, languageId, modelUri(document));
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    model.onDidChangeContent(({ changes }) => {
      if (!this.following) this.events.onEdit(document, changes.map(editOf));
    });
    // Without a place asked for, the text begins at its first line, and what turns up later in it
    // moves nothing.
    const token = target?.token === opened ? undefined : opened;
    const sheet: Sheet = { opened, model, scroll: null, marks: undefined, token };
    this.sheets.set(document, sheet);
    return sheet;
  }

  /** Brings the model in step with the text. @returns the lines that changed. */
  private follow(model: monaco.editor.ITextModel, text: string): readonly LineSpan[] {
    this.following = true;
    try {
      return keepScroll(this.editor, () => updateModel(model, text));
    } finally {
      this.following = false;
    }
  }

  private switchTo(document: DocumentName, sheet: Sheet): void {
    const left = this.document && this.sheets.get(this.document);
    if (left) left.scroll = this.editor.saveViewState();
    this.document = document;
    this.decorations.clear();
    this.flash.clear();
    this.editor.setModel(sheet.model);
    this.editor.restoreViewState(sheet.scroll);
    if (this.startAt !== undefined) this.editor.setScrollTop(this.startAt);
    this.startAt = undefined;
    this.editor.updateOptions({ ariaLabel: fileNames[document] });
    if (sheet.marks) this.decorations.set(decorationsOf(sheet.marks));
  }

  private mark(sheet: Sheet, marks: Marks | undefined): void {
    if (marks === sheet.marks) return;
    sheet.marks = marks;
    offerFixes(sheet.model, marks?.problems ?? []);
    monaco.editor.setModelMarkers(sheet.model, markerOwner, marks ? markersOf(marks) : []);
    this.decorations.set(marks ? decorationsOf(marks) : []);
  }

  private reveal(line: number, withCursor: boolean): void {
    // The cursor opens a folded place by itself.
    if (withCursor) this.editor.setPosition({ lineNumber: line, column: 1 });
    if (this.isFolded(line)) void this.unfold(line).then(() => this.bringIntoView(line));
    else this.bringIntoView(line);
  }

  private bringIntoView(line: number): void {
    const visible = this.editor.getVisibleRanges();
    const first = visible[0]?.startLineNumber ?? 0;
    const last = visible.at(-1)?.endLineNumber ?? 0;
    if (line - comfortableLines < first || line + comfortableLines > last) {
      this.editor.revealLineInCenter(line);
    }
  }

  private isFolded(line: number): boolean {
    const isLast = line >= (this.editor.getModel()?.getLineCount() ?? 0);
    const top = this.editor.getTopForLineNumber(line);
    return !isLast && top === this.editor.getTopForLineNumber(line + 1);
  }

  private async unfold(line: number): Promise<void> {
    const upwards = { direction: 'up', levels: 100, selectionLines: [line - 1] };
    await this.editor.getAction('editor.unfold')?.run(upwards);
  }

  private flashLines(spans: readonly LineSpan[]): void {
    if (spans.length === 0 || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    window.clearTimeout(this.flashTimer);
    this.flash.set(spans.map(flashOf));
    this.flashTimer = window.setTimeout(() => this.flash.clear(), flashTime);
  }

  private problemAt({ lineNumber, column }: monaco.IPosition): ProblemMark | undefined {
    const marks = this.document && this.sheets.get(this.document)?.marks;
    return marks?.problems.find(
      ({ line, from, to }) => line === lineNumber && from <= column && column <= to,
    );
  }
}

function editOf(change: monaco.editor.IModelContentChange): TextEdit {
  return { offset: change.rangeOffset, length: change.rangeLength, text: change.text };
}

/** Whether the lines can be looked at in one go. */
function areTogether(spans: readonly LineSpan[]): boolean {
  const first = spans[0]?.first ?? 0;
  const last = spans.at(-1)?.last ?? 0;
  return last - first < 20;
}

import { endMerge, redo, undo } from '../store.ts';
import { monaco } from './monaco.ts';

const { KeyCode, KeyMod } = monaco;

/** Nothing is open in the editor that Escape has to close first. */
const nothingToClose = [
  'editorTextFocus',
  '!suggestWidgetVisible',
  '!findWidgetVisible',
  '!codeActionMenuVisible',
  '!editorHoverVisible',
  '!editorHasMultipleSelections',
].join(' && ');

/**
 * One history for the page, so undo and redo are the page's. And a way out for the keyboard: Tab
 * indents, but after Escape it leaves.
 */
export function connectKeys(editor: monaco.editor.IStandaloneCodeEditor): void {
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyZ, undo, 'editorTextFocus');
  editor.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, redo, 'editorTextFocus');
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyY, redo, 'editorTextFocus');

  const tabLeaves = (tabFocusMode: boolean) => editor.updateOptions({ tabFocusMode });
  editor.addCommand(KeyCode.Escape, () => tabLeaves(true), nothingToClose);
  editor.onDidBlurEditorText(() => {
    tabLeaves(false);
    endMerge();
  });
  editor.onDidChangeCursorPosition(({ reason }) => {
    if (reason !== monaco.editor.CursorChangeReason.Explicit) return;
    // What is typed elsewhere is another step.
    tabLeaves(false);
    endMerge();
  });
  editor.onDidChangeModelContent(() => tabLeaves(false));
}

import * as monaco from 'monaco-editor/editor/editor.api';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
// Monaco 0.57's own registration of suggestions forgets their controller.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/diffEditor/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/wordOperations/register';
import { firstLineState, type LineState, toneLine } from './code-tones.ts';
import { followPageTheme } from './monaco-theme.ts';

/**
 * Monaco with the parts of it that the preview uses, all imported here: what comes after its first
 * call finds no services. Its worker is started by the diff alone.
 */
export { monaco };

export const languageId = 'yaml';

export const fontFamily = '"Red Hat Mono", ui-monospace, "DejaVu Sans Mono", monospace';

/** What the file and its changes have in common. */
const sharedOptions = {
  automaticLayout: true,
  contextmenu: false,
  fixedOverflowWidgets: true,
  folding: true,
  fontFamily,
  fontSize: 13,
  hideCursorInOverviewRuler: true,
  lineHeight: 20,
  // With folding on, Monaco adds 16 px: the change bar's room.
  lineDecorationsWidth: 0,
  lineNumbersMinChars: 4,
  links: false,
  matchBrackets: 'never',
  minimap: { enabled: false },
  occurrencesHighlight: 'off',
  overviewRulerBorder: false,
  padding: { top: 0, bottom: 0 },
  renderFinalNewline: 'on',
  renderLineHighlight: 'none',
  // Monaco's own default hides problems while a file cannot be edited.
  renderValidationDecorations: 'on',
  renderWhitespace: 'none',
  scrollBeyondLastLine: false,
  // The page's sheet dresses its pop-ups.
  useShadowDOM: false,
  scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8, useShadows: false },
  selectionHighlight: false,
  stickyScroll: { enabled: false },
  wordWrap: 'off',
} as const satisfies monaco.editor.IEditorOptions;

/** The comparison: Tab goes on to what follows it. */
export const readOnlyOptions = {
  ...sharedOptions,
  domReadOnly: true,
  readOnly: true,
  tabFocusMode: true,
} as const satisfies monaco.editor.IEditorOptions;

export const editableOptions = {
  ...sharedOptions,
  autoClosingBrackets: 'never',
  autoClosingQuotes: 'never',
  autoIndent: 'keep',
  // YAML takes no tabs.
  detectIndentation: false,
  insertSpaces: true,
  tabSize: 2,
  // Help comes while a word is typed or when it is asked for, not at every blank.
  suggestOnTriggerCharacters: false,
  wordBasedSuggestions: 'off',
  foldingStrategy: 'indentation',
  lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.On },
  unicodeHighlight: { ambiguousCharacters: false },
} as const satisfies monaco.editor.IStandaloneEditorConstructionOptions;

/** Monaco's view of a line's state. */
class TokenState implements monaco.languages.IState {
  readonly line: LineState;

  constructor(line: LineState) {
    this.line = line;
  }

  clone(): TokenState {
    return this;
  }

  equals(other: monaco.languages.IState): boolean {
    return (
      other instanceof TokenState &&
      other.line.block === this.line.block &&
      other.line.quote === this.line.quote &&
      other.line.depth === this.line.depth
    );
  }
}

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

monaco.languages.register({ id: languageId, extensions: ['.yaml', '.yml'] });
monaco.languages.setLanguageConfiguration(languageId, {
  comments: { lineComment: '#' },
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  // A bracket has the tone of a value, at any depth.
  colorizedBracketPairs: [],
  folding: { offSide: true },
});
monaco.languages.setTokensProvider(languageId, {
  getInitialState: () => new TokenState(firstLineState),
  tokenize: (line, state) => {
    const before = state instanceof TokenState ? state.line : firstLineState;
    const { spans, after } = toneLine(line, before);
    return {
      tokens: spans.map(({ start, tone }) => ({ startIndex: start, scopes: tone })),
      endState: new TokenState(after),
    };
  },
});

followPageTheme(monaco);

// Monaco measures the font once: again when the real one has come.
void document.fonts.load(`13px ${fontFamily}`).then(() => monaco.editor.remeasureFonts());

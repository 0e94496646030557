import type * as Monaco from 'monaco-editor/editor/editor.api';

const darkClass = 'pf-v6-theme-dark';

/** The id of the colour of changed lines in the overview ruler. */
export const changedColor = 'preview.changed';

/** Reads custom properties as colours with six digits: a minified sheet may say `#fff`. */
function colorReader(element: Element): (name: string) => string {
  const style = getComputedStyle(element);
  const paint = document.createElement('canvas').getContext('2d');
  return (name) => {
    const color = style.getPropertyValue(name).trim();
    if (!paint) return color;
    paint.fillStyle = color;
    return String(paint.fillStyle);
  };
}

/** The page's custom properties as a Monaco theme. */
function themeFrom(
  read: (name: string) => string,
  dark: boolean,
): Monaco.editor.IStandaloneThemeData {
  const canvas = read('--canvas');
  const accent = read('--accent');
  const clear = `${canvas}00`;
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: read('--text-1') },
      { token: 'key', foreground: read('--code-key') },
      { token: 'value', foreground: read('--code-value') },
      { token: 'comment', foreground: read('--code-comment') },
      { token: 'mark', foreground: read('--code-comment') },
    ],
    colors: {
      focusBorder: accent,
      'editor.background': canvas,
      'editor.foreground': read('--text-1'),
      'editor.selectionBackground': `${accent}40`,
      'editor.inactiveSelectionBackground': `${accent}26`,
      'editor.findMatchBackground': `${accent}66`,
      'editor.findMatchHighlightBackground': `${accent}33`,
      'editor.foldBackground': read('--sunken'),
      'editorCursor.foreground': read('--text-1'),
      'editorGutter.background': canvas,
      'editorGutter.foldingControlForeground': read('--text-3'),
      'editorIndentGuide.background1': read('--hairline'),
      'editorIndentGuide.activeBackground1': read('--hairline'),
      'editorLineNumber.foreground': read('--code-line-number'),
      'editorLineNumber.activeForeground': read('--code-line-number'),
      'editorError.foreground': read('--rejected-icon'),
      'editorWarning.foreground': read('--fails-icon'),
      'editorInfo.foreground': read('--advice-icon'),
      'editorBracketHighlight.unexpectedBracket.foreground': read('--rejected-icon'),
      'editorOverviewRuler.errorForeground': read('--rejected-icon'),
      'editorOverviewRuler.warningForeground': read('--fails-icon'),
      'editorOverviewRuler.infoForeground': read('--advice-icon'),
      [changedColor]: accent,
      'scrollbarSlider.background': `${read('--control-border')}40`,
      'scrollbarSlider.hoverBackground': `${read('--control-border')}66`,
      'scrollbarSlider.activeBackground': `${read('--control-border')}80`,
      'editorWidget.background': read('--raised'),
      'editorWidget.foreground': read('--text-1'),
      'editorWidget.border': read('--hairline-strong'),
      'editorHoverWidget.background': read('--raised'),
      'editorHoverWidget.foreground': read('--text-1'),
      'editorHoverWidget.border': read('--hairline-strong'),
      'editorHoverWidget.statusBarBackground': read('--sunken'),
      'editorSuggestWidget.background': read('--raised'),
      'editorSuggestWidget.border': read('--hairline-strong'),
      'editorSuggestWidget.foreground': read('--text-1'),
      'editorSuggestWidget.highlightForeground': read('--accent-text'),
      'editorSuggestWidget.focusHighlightForeground': read('--accent-text'),
      'editorSuggestWidget.selectedBackground': read('--accent-soft'),
      'editorSuggestWidget.selectedForeground': read('--text-1'),
      'editorSuggestWidget.selectedIconForeground': read('--text-1'),
      // The menus of quick fixes and of the right button, and the palette of commands.
      foreground: read('--text-1'),
      descriptionForeground: read('--text-2'),
      disabledForeground: read('--text-3'),
      'menu.background': read('--raised'),
      'menu.foreground': read('--text-1'),
      'menu.border': read('--hairline-strong'),
      'menu.separatorBackground': read('--hairline'),
      'menu.selectionBackground': read('--accent-soft'),
      'menu.selectionForeground': read('--text-1'),
      'list.hoverBackground': read('--accent-soft'),
      'list.hoverForeground': read('--text-1'),
      'list.focusBackground': read('--accent-soft'),
      'list.focusForeground': read('--text-1'),
      'list.focusHighlightForeground': read('--accent-text'),
      'list.highlightForeground': read('--accent-text'),
      'list.activeSelectionBackground': read('--accent-soft'),
      'list.activeSelectionForeground': read('--text-1'),
      'quickInput.background': read('--raised'),
      'quickInput.foreground': read('--text-1'),
      'quickInputList.focusBackground': read('--accent-soft'),
      'quickInputList.focusForeground': read('--text-1'),
      'pickerGroup.foreground': read('--text-2'),
      'pickerGroup.border': read('--hairline'),
      'keybindingLabel.background': read('--sunken'),
      'keybindingLabel.foreground': read('--text-2'),
      'keybindingLabel.border': read('--hairline-strong'),
      'keybindingLabel.bottomBorder': read('--hairline-strong'),
      'editorLightBulb.foreground': read('--fails-icon'),
      'editorLightBulbAutoFix.foreground': accent,
      'input.background': read('--raised'),
      'input.foreground': read('--text-1'),
      'input.border': read('--control-border'),
      'input.placeholderForeground': read('--text-3'),
      'textLink.foreground': read('--accent-text'),
      'textLink.activeForeground': accent,
      'widget.shadow': '#00000029',
      // Blue for what is new and grey for what is gone: green and red mean admitted and rejected.
      'diffEditor.insertedLineBackground': read('--focused-line'),
      'diffEditor.insertedTextBackground': `${accent}1f`,
      'diffEditor.removedLineBackground': read('--sunken'),
      'diffEditor.removedTextBackground': `${read('--text-3')}33`,
      'diffEditor.diagonalFill': clear,
      'diffEditor.unchangedCodeBackground': clear,
      'diffEditor.unchangedRegionBackground': read('--sunken'),
      'diffEditor.unchangedRegionForeground': read('--text-3'),
      'diffEditor.unchangedRegionShadow': clear,
      'diffEditorOverview.insertedForeground': accent,
      'diffEditorOverview.removedForeground': read('--text-3'),
    },
  };
}

/** Gives Monaco the page's colours, now and whenever the page changes between light and dark. */
export function followPageTheme(monaco: typeof Monaco): void {
  const page = document.documentElement;
  const show = () => {
    const dark = page.classList.contains(darkClass);
    const name = dark ? 'page-dark' : 'page-light';
    monaco.editor.defineTheme(name, themeFrom(colorReader(page), dark));
    monaco.editor.setTheme(name);
  };
  show();
  new MutationObserver(show).observe(page, { attributeFilter: ['class'] });
}

// In: Monaco. Out: two calm themes on the page's own surfaces. Every text colour has at least 4.5:1 on its surface.
import type * as Monaco from 'monaco-editor/editor';

type Shades = {
  surface: string;
  raised: string;
  border: string;
  text: string;
  faint: string;
  key: string;
  string: string;
  number: string;
  keyword: string;
  accent: string;
  danger: string;
  warning: string;
  line: string;
};

const shades: Record<'light' | 'dark', Shades> = {
  light: {
    surface: '#ffffff',
    raised: '#ffffff',
    border: '#d9dee6',
    text: '#1b2533',
    faint: '#667080',
    key: '#1d4f9f',
    string: '#0d6b53',
    number: '#99480a',
    keyword: '#7a35ae',
    accent: '#2f5fe0',
    danger: '#c9252d',
    warning: '#a15c00',
    line: '#f5f7fa',
  },
  dark: {
    surface: '#10151d',
    raised: '#171e29',
    border: '#2b3647',
    text: '#e3e9f2',
    faint: '#8794a7',
    key: '#9dc1fb',
    string: '#86d3b2',
    number: '#eeb27c',
    keyword: '#cfaaf7',
    accent: '#7ea2ff',
    danger: '#ff7b7f',
    warning: '#e9ac4b',
    line: '#161d28',
  },
};

const bare = (colour: string) => colour.slice(1);

function themeOf(mode: 'light' | 'dark'): Monaco.editor.IStandaloneThemeData {
  const s = shades[mode];
  return {
    base: mode === 'light' ? 'vs' : 'vs-dark',
    inherit: true,
    rules: [
      { token: '', foreground: bare(s.text) },
      { token: 'string.key', foreground: bare(s.key) },
      { token: 'string.value', foreground: bare(s.string) },
      { token: 'string.open', foreground: bare(s.string) },
      { token: 'number', foreground: bare(s.number) },
      { token: 'keyword', foreground: bare(s.keyword) },
      { token: 'bracket', foreground: bare(s.faint) },
      { token: 'delimiter', foreground: bare(s.faint) },
      { token: 'comment', foreground: bare(s.faint), fontStyle: 'italic' },
      { token: 'invalid', foreground: bare(s.danger) },
    ],
    colors: {
      'editor.background': s.surface,
      'editor.foreground': s.text,
      'editor.lineHighlightBackground': s.line,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': `${s.accent}38`,
      'editor.inactiveSelectionBackground': `${s.accent}20`,
      'editor.selectionHighlightBackground': `${s.accent}18`,
      'editor.findMatchBackground': `${s.warning}66`,
      'editor.findMatchHighlightBackground': `${s.warning}33`,
      'editorCursor.foreground': s.accent,
      'editorLineNumber.foreground': s.faint,
      'editorLineNumber.activeForeground': s.text,
      'editorIndentGuide.background1': `${s.border}99`,
      'editorIndentGuide.activeBackground1': s.border,
      'editorBracketMatch.background': `${s.accent}22`,
      'editorBracketMatch.border': `${s.accent}88`,
      'editorError.foreground': s.danger,
      'editorWarning.foreground': s.warning,
      'editorInfo.foreground': s.accent,
      'editorGutter.background': s.surface,
      'editorOverviewRuler.border': '#00000000',
      'editorWidget.background': s.raised,
      'editorWidget.border': s.border,
      'editorHoverWidget.background': s.raised,
      'editorHoverWidget.border': s.border,
      'editorSuggestWidget.background': s.raised,
      'editorSuggestWidget.border': s.border,
      'editorSuggestWidget.foreground': s.text,
      'editorSuggestWidget.selectedBackground': `${s.accent}26`,
      'editorSuggestWidget.selectedForeground': s.text,
      'editorSuggestWidget.highlightForeground': s.accent,
      'editorSuggestWidget.focusHighlightForeground': s.accent,
      focusBorder: s.accent,
      'scrollbarSlider.background': `${s.faint}33`,
      'scrollbarSlider.hoverBackground': `${s.faint}55`,
      'scrollbarSlider.activeBackground': `${s.faint}77`,
      'scrollbar.shadow': '#00000000',
      'widget.shadow': mode === 'light' ? '#0f172a1f' : '#00000080',
    },
  };
}

export const themeName = (mode: 'light' | 'dark'): string => `chart-${mode}`;

/** Defines both themes once for the whole page. */
export function addChartThemes(monaco: typeof Monaco): void {
  for (const mode of ['light', 'dark'] as const) monaco.editor.defineTheme(themeName(mode), themeOf(mode));
}

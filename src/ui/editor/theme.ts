import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The look of the editor: only tokens, so that it follows the page's theme. */
export const look = [
  EditorView.theme({
    '&': {
      color: 'var(--ink)',
      backgroundColor: 'var(--raised)',
      fontSize: '13px',
      height: '100%',
    },
    // the frame around it shows the focus: inside, the line numbers would hide a part of it
    '&.cm-focused, .cm-content:focus-visible': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
    '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
    '.cm-cursor': { borderLeftColor: 'var(--ink)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
      { backgroundColor: 'var(--select)' },
    '.cm-activeLine': { backgroundColor: 'transparent' },
    '.cm-gutters': {
      color: 'var(--ink-3)',
      backgroundColor: 'var(--raised)',
      borderRight: '1px solid var(--line)',
    },
    '.cm-activeLineGutter': { color: 'var(--ink)', backgroundColor: 'transparent' },
    '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
      color: 'var(--ink)',
      backgroundColor: 'var(--select)',
    },
    '.cm-placeholder': { color: 'var(--ink-3)' },
    '.cm-tooltip': {
      color: 'var(--ink)',
      backgroundColor: 'var(--raised)',
      border: '1px solid var(--line-strong)',
      borderRadius: '4px',
      fontSize: '12px',
      maxWidth: 'min(480px, 90vw)',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '240px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      color: 'var(--ink)',
      backgroundColor: 'var(--accent-wash)',
    },
    '.cm-completionMatchedText': { color: 'var(--accent)', textDecoration: 'none' },
    '.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal' },
    '.cm-completionInfo': { padding: '4px 8px', fontFamily: 'var(--font)' },
    '.cm-doc': { padding: '4px 8px', fontFamily: 'var(--font)', lineHeight: '1.5' },
    '.cm-doc b': { fontFamily: 'var(--mono)', fontWeight: '600' },
    '.cm-doc p': { margin: '0' },
    '.cm-diagnostic': { borderLeftColor: 'var(--accent)', whiteSpace: 'pre-wrap' },
    '.cm-lintRange-error': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--accent)',
      textUnderlineOffset: '3px',
    },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.keyword, color: 'var(--code-keyword)', fontWeight: '600' },
      { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-text)' },
      { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
      { tag: [tags.typeName, tags.special(tags.name)], color: 'var(--code-name)' },
      { tag: tags.comment, color: 'var(--code-comment)' },
    ]),
  ),
];

/** The custom elements of questions, see src/web/browser, for TSX. */
declare namespace JSX {
  interface IntrinsicElements {
    'question-ordering': HtmlTag & { 'data-name': string };
    'face-map': HtmlTag & { 'data-most'?: string; 'data-separator'?: string };
    'zone-map': HtmlTag & { 'data-question': string };
    'word-count': HtmlTag;
    'file-answer': HtmlTag & { 'data-question': string; 'data-name': string };
  }
}

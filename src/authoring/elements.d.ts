/** The custom elements of the author's desk, see src/web/browser, for TSX. */
declare namespace JSX {
  interface IntrinsicElements {
    'draft-editor': HtmlTag & { 'data-preview': string };
    'outline-editor': HtmlTag;
  }
}

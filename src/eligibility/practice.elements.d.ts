/** The custom elements of practical work, see src/web/browser, for TSX. */
declare namespace JSX {
  interface IntrinsicElements {
    'own-zone': HtmlTag;
    'sign-offs': HtmlTag & { 'data-person': string };
  }
}

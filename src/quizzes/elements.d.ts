/** The custom element of src/web/browser/quiz-player.ts, for TSX. */
declare namespace JSX {
  interface IntrinsicElements {
    'quiz-player': HtmlTag & {
      'attempt-id': string;
      'started-at': string;
      deadline?: string | undefined;
      'server-now': string;
      'result-url': string;
    };
  }
}

/** The custom elements of src/web/browser/quiz-*.ts and panel-ratings.ts, for TSX. */
declare namespace JSX {
  interface IntrinsicElements {
    'quiz-player': HtmlTag & {
      'attempt-id': string;
      'started-at': string;
      deadline?: string | undefined;
      'server-now': string;
      'result-url': string;
    };
    'panel-ratings': HtmlTag & { url: string; rated: number };
  }
}

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
    'quiz-pause': HtmlTag & { 'attempt-id': string; 'server-now': string; 'break-ends-at'?: string | undefined };
    'panel-ratings': HtmlTag & { url: string; rated: number };
  }
}

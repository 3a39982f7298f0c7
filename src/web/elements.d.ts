/** The custom elements of src/web/browser, for TSX. */
declare namespace JSX {
  interface HtmlTag {
    autofocus?: boolean | undefined;
  }
  interface HtmlVideoTag {
    playsinline?: boolean | undefined;
    preload?: string | undefined;
    poster?: string | undefined;
  }
  interface HtmlMetaTag {
    media?: string | undefined;
  }
  interface IntrinsicElements {
    'count-down': HtmlTag & { 'ends-at': string; 'server-now': string; ended: string; again: string };
    'await-state': HtmlTag & { url: string; until: string; every?: number | string; field?: string };
    'player-keys': HtmlTag;
    'print-button': HtmlTag;
    'lesson-notes': HtmlTag & { api: string };
    'lesson-place': HtmlTag & { api: string; block?: string; fraction?: number; device?: string };
    'local-time': HtmlTag;
    'shown-download': HtmlTag;
    'lesson-video': HtmlTag;
    'parting-offer': HtmlTag & { name: string; seen?: boolean };
  }
}

const left = 'M1.5 16.2C3.4 11.2 8.6 9.7 13.2 13.4C9 12.5 5.2 13.3 1.5 16.2Z';
const right = 'M30.5 16.2C28.6 11.2 23.4 9.7 18.8 13.4C23 12.5 26.8 13.3 30.5 16.2Z';

/** The mark as the icon of a tab, in a teal that stands on light and dark bars alike. */
export const tabIcon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g fill="#2b8c88" stroke="#2b8c88" stroke-width="1.5"><path d="${left}${right}"/><circle cx="16" cy="19.5" r="1.75"/></g></svg>`,
)}`;

/** The mark: two calm brow strokes, and the point between them that gives the place its name. */
export function Mark({ size = 32 }: { size?: number }): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path d={left} />
      <path d={right} />
      <circle cx="16" cy="19.5" r="1.75" />
    </svg>
  );
}

/** The way home: mark and name. */
export function Wordmark(): JSX.Element {
  return (
    <a class="wordmark" href="/">
      <Mark />
      <span>Glabella</span>
    </a>
  );
}

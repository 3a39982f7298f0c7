/** The mark: two calm brow strokes and the space between them. */
export function Mark({ size = 30 }: { size?: number }): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path class="mark-brow" d="M3.5 15.5C5.5 10.5 9.5 8.6 13.4 11.2" />
      <path class="mark-brow" d="M28.5 15.5C26.5 10.5 22.5 8.6 18.6 11.2" />
      <path class="mark-bridge" d="M14.2 16.5c.5 3.5-.1 5.6-1.2 8.2c1.8 1.1 4.2 1.1 6 0c-1.1-2.6-1.7-4.7-1.2-8.2" />
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

/** How much of a whole something is, drawn beside its figure; the figure itself stands in the text. */
export function ShareBar({ value, of }: { value: number; of: number }): JSX.Element {
  const width = of > 0 ? Math.max(0, Math.min(100, Math.round((value * 1000) / of) / 10)) : 0;
  return (
    <svg class="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="share-bar-whole" width="100" height="8" />
      <rect class="share-bar-part" width={width} height="8" />
    </svg>
  );
}

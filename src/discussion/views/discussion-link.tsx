/** From a lesson to what is said about it. */
export function DiscussionLink({ place, count }: { place: string; count: number }): JSX.Element {
  return (
    <p class="no-print">
      <a href={`/comments?place=${place}`} safe>
        {count === 0 ? 'Ask or say something about this lesson' : `Discussion of this lesson (${count})`}
      </a>
    </p>
  );
}

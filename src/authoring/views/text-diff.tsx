import { changedLines, type Piece, type Row } from '../review/changed-lines.js';

interface TextDiffProps {
  before: string;
  after: string;
  /** What stands above each side. */
  words: { before: string; after: string };
}

/** Two texts side by side, and one below the other on a phone: changed lines, and the words in them that changed. */
export function TextDiff({ before, after, words }: TextDiffProps): JSX.Element {
  const rows = changedLines(before, after);
  if (rows.length === 0) return <p>The texts are the same.</p>;
  return (
    <div class="diff" role="region" aria-label={`${words.before}, beside it: ${words.after}`} tabindex="0">
      <p class="diff-head" safe>
        {words.before}
      </p>
      <p class="diff-head" safe>
        {words.after}
      </p>
      {rows.map((row) => (
        <DiffRow row={row} />
      ))}
    </div>
  );
}

function DiffRow({ row }: { row: Row }): JSX.Element {
  if ('skipped' in row) return <p class="diff-gap" safe>{`${row.skipped} lines are the same`}</p>;
  if ('same' in row)
    return (
      <>
        <p class="diff-line" safe>
          {row.same}
        </p>
        <p class="diff-line diff-again" safe>
          {row.same}
        </p>
      </>
    );
  return (
    <>
      <Side pieces={row.before} tag="del" />
      <Side pieces={row.after} tag="ins" />
    </>
  );
}

function Side({ pieces, tag }: { pieces: Piece[] | undefined; tag: 'del' | 'ins' }): JSX.Element {
  if (!pieces) return <p class="diff-line diff-none"></p>;
  return (
    <p class={`diff-line diff-${tag}`}>
      <span class="visually-hidden">{tag === 'del' ? 'Removed: ' : 'Added: '}</span>
      {pieces.map(({ text, changed }) =>
        changed ? (
          <tag of={tag} safe>
            {text}
          </tag>
        ) : (
          <span safe>{text}</span>
        ),
      )}
    </p>
  );
}

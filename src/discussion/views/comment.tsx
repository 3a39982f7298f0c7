import { Badge, Time } from '../../web/index.js';
import { partsOf } from '../comment-text.js';
import type { Comment, Thread } from '../reading/comment.queries.js';

/** Why somebody's own words are seen by nobody else. */
const standingWords: Partial<Record<Comment['standing'], string>> = {
  held: 'Waits for a moderator',
  rejected: 'Not accepted',
  hidden: 'Taken away',
};

/** What a person wrote: text, never markup. Addresses in it may be followed, and are vouched for by nobody. */
export function CommentText({ text }: { text: string }): JSX.Element {
  return (
    <div class="comment-text" dir="auto">
      {text.split(/\n\n+/).map((paragraph) => (
        <p>
          {paragraph.split('\n').map((line, index) => (
            <>
              {index > 0 ? <br /> : ''}
              <Line line={line} />
            </>
          ))}
        </p>
      ))}
    </div>
  );
}

function Line({ line }: { line: string }): JSX.Element {
  return (
    <>
      {partsOf(line).map(({ text, href }) =>
        href === undefined ? (
          <span safe>{text}</span>
        ) : (
          <a href={href} rel="nofollow ugc noopener noreferrer" safe>
            {text}
          </a>
        ),
      )}
    </>
  );
}

/** One comment with who wrote it and when. `acts`: what may be done about it. */
export function CommentBody({ comment, acts = '' }: { comment: Comment; acts?: JSX.Element }): JSX.Element {
  const { id, text, writer, isTeam, standing, writtenAt, editedAt } = comment;
  if (text === null)
    return (
      <div class="comment comment-gone" id={`comment-${id}`}>
        <p>This comment was taken away.</p>
      </div>
    );
  const waits = standingWords[standing];
  return (
    <div class="comment" id={`comment-${id}`}>
      <p class="comment-meta">
        <strong>
          <bdi safe>{writer ?? 'Somebody who left'}</bdi>
        </strong>
        {isTeam ? <Badge label="Glabella" kind="accent" /> : ''}
        <a href={`/comments/${id}`}>
          <Time at={writtenAt} />
        </a>
        {editedAt ? <span>changed</span> : ''}
        {waits ? <Badge label={waits} kind="signal" icon="clock" /> : ''}
      </p>
      <CommentText text={text} />
      {acts}
    </div>
  );
}

/** Comments with their answers. Signed in, each leads to where it can be answered or reported. */
export function CommentList({ threads, isSignedIn }: { threads: Thread[]; isSignedIn: boolean }): JSX.Element {
  return (
    <ol class="comment-list">
      {threads.map((thread) => (
        <li>
          <CommentBody comment={thread} acts={isSignedIn ? <CommentActs comment={thread} /> : ''} />
          <Answers answers={thread.replies} isSignedIn={isSignedIn} />
        </li>
      ))}
    </ol>
  );
}

export function Answers({ answers, isSignedIn }: { answers: Comment[]; isSignedIn: boolean }): JSX.Element {
  if (answers.length === 0) return '';
  return (
    <ol class="comment-answers" aria-label="Answers">
      {answers.map((answer) => (
        <li>
          <CommentBody comment={answer} acts={isSignedIn ? <CommentActs comment={answer} /> : ''} />
        </li>
      ))}
    </ol>
  );
}

function CommentActs({ comment: { id, standing } }: { comment: Comment }): JSX.Element {
  return (
    <p class="comment-acts">
      {standing === 'shown' ? <a href={`/comments/${id}#answer`}>Answer</a> : ''}
      <a href={`/comments/${id}`}>More</a>
    </p>
  );
}

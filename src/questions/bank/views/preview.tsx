import { Alert, Button } from '../../../web/index.js';
import { AnswerReview } from '../../views/question-review.js';
import { viewOf } from '../../views/views.js';
import type { Previewed } from '../preview.js';

interface PreviewProps {
  action: string;
  /** Of a case, what its questions are about. */
  story?: string;
  previewed: Previewed[];
}

/** The question as a candidate sees it. It can be answered and is marked at once; nothing is stored. */
export function Preview({ action, story, previewed }: PreviewProps): JSX.Element {
  return (
    <form method="post" action={action} class="stack" novalidate>
      {story === undefined ? '' : <p safe>{story}</p>}
      {previewed.map((each) => (
        <One of={each} />
      ))}
      <div class="form-actions">
        <Button look="secondary">Mark this answer</Button>
      </div>
    </form>
  );
}

function One({ of }: { of: Previewed }): JSX.Element {
  const { asked, response, refused } = of;
  const { Controls, showsText } = viewOf(asked.type);
  return (
    <fieldset class="question">
      <legend>
        <span class="question-text" safe>
          {showsText ? 'Fill in the gaps.' : asked.text}
        </span>
      </legend>
      {asked.picture && !showsPicture.has(asked.type) ? (
        <img
          src={`/question-pictures/${asked.picture.id}`}
          alt={asked.picture.alt}
          width={String(asked.picture.width)}
          height={String(asked.picture.height)}
        />
      ) : (
        ''
      )}
      <p class="field-error" id={`error-${asked.id}`} hidden={!refused} safe>
        {refused ?? ''}
      </p>
      <Controls question={asked} name={`answer-${asked.id}`} response={response} errorId={`error-${asked.id}`} />
      <Marked of={of} />
    </fieldset>
  );
}

/** Types that draw their picture themselves. */
const showsPicture = new Set<string>(['hotspot', 'faceMap']);

function Marked({ of: { asked, outcome, manual, response, right, marks } }: { of: Previewed }): JSX.Element {
  if (!outcome) return <></>;
  if (manual)
    return (
      <Alert kind="info" live>
        <p>An examiner marks this answer.</p>
      </Alert>
    );
  const earned = `${Math.round(outcome.credit * marks * 100) / 100} of ${marks}`;
  const why = [outcome.critical, outcome.finding && `Reported apart: ${outcome.finding.replaceAll('_', ' ')}.`];
  return (
    <>
      <Alert kind={outcome.credit === 1 ? 'success' : 'warning'} title={`This answer earns ${earned}.`} live>
        <span safe>{why.filter(Boolean).join(' ')}</span>
      </Alert>
      <AnswerReview question={asked} response={response} answer={right} isRight={outcome.credit === 1} />
    </>
  );
}

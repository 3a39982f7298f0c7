import { formatInstant } from '../../shared/index.js';
import { Button, Icon } from '../../web/index.js';
import type { AttemptWithPaper } from '../attempts/attempt.queries.js';
import { deadlineAt } from '../attempts/time-left.js';
import { count } from './words.js';

interface BarProps {
  attempt: AttemptWithPaper;
  /** Some of what was sent could not be saved. */
  isUnsaved: boolean;
}

/** Always in sight: the time left, what is saved, a break if one is allowed. */
export function PlayerBar({ attempt, isUnsaved }: BarProps): JSX.Element {
  const deadline = deadlineAt(attempt, attempt.now);
  const breakLeft = Math.floor((attempt.breakSeconds - attempt.breakUsed) / 60);
  return (
    <div class="quiz-bar">
      {deadline ? (
        <>
          <p class="quiz-time" role="timer" aria-label="Time left">
            <Icon name="clock" size={18} />
            <span class="quiz-clock" safe>{`Until ${formatInstant(deadline)}`}</span>
          </p>
          <button class="button button-quiet button-small quiz-hide" type="button" hidden>
            Hide time
          </button>
        </>
      ) : (
        ''
      )}
      <p class="quiz-saved" role="status">
        {isUnsaved ? 'Some answers are not saved' : 'Everything is saved'}
      </p>
      {/* The first button of the form: Enter in a field saves. */}
      <Button name="action" value="save" look="secondary" small>
        Save and continue
      </Button>
      {breakLeft > 0 ? (
        <Button name="action" value="break" look="quiet" icon="circle-pause" small>
          Take a break
          <span class="soft" safe>{` (${count(breakLeft, 'minute')} left)`}</span>
        </Button>
      ) : (
        ''
      )}
    </div>
  );
}

import { CourseOutline } from '../../enrollment/index.js';
import {
  Button,
  DefinitionList,
  type FormState,
  FormErrors,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
} from '../../web/index.js';
import { whyNoStart } from '../attempts/may-start.js';
import type { OpenedQuiz } from '../open-quiz.js';
import { quizAddress } from '../quiz-address.js';
import { PastAttempts } from './past-attempts.js';
import { rulesOf } from './rules.js';

interface IntroProps extends OpenedQuiz {
  page: PageContext;
  /** Makes the start safe to repeat. */
  startKey: string;
  form: FormState;
}

/** What to expect before the clock runs, and how earlier attempts went. */
export function IntroView({
  page,
  access,
  quiz,
  attempts,
  accommodation,
  panelPercent,
  startKey,
  form,
}: IntroProps): JSX.Element {
  const { title, progress } = access;
  const past = attempts.filter(({ status }) => status !== 'live');
  return (
    <Layout
      page={page}
      title={`${quiz.title} · ${title}`}
      width="player"
      scripts={['local-time']}
      outline={<CourseOutline access={access} current={quiz.slug} />}
      exit={{ href: '/learning', label: 'My learning' }}
      form={form}
    >
      <FormErrors form={form} />
      <PageHeader title={quiz.title} kicker={title} lead={quiz.intro} />
      <section class="section">
        <h2>What to expect</h2>
        <DefinitionList items={rulesOf({ quiz, attempts, accommodation, panelPercent })} />
      </section>
      <Act quiz={quiz} attempts={attempts} startKey={startKey} passed={progress[quiz.slug] === true} />
      {past.length > 0 ? <PastAttempts quiz={quiz} attempts={past} /> : ''}
    </Layout>
  );
}

function Act(props: Pick<IntroProps, 'quiz' | 'attempts' | 'startKey'> & { passed: boolean }): JSX.Element {
  const { quiz, attempts, startKey, passed } = props;
  const address = quizAddress(quiz.courseSlug, quiz.slug);
  const live = attempts.find(({ status }) => status === 'live');
  if (live) {
    return (
      <div class="quiz-act">
        <p>You have an attempt that is not finished. Your saved answers are there.</p>
        <LinkButton href={`${address}/attempts/${live.id}`} iconAfter="arrow-right">
          Continue attempt {live.number}
        </LinkButton>
      </div>
    );
  }
  const refusal = whyNoStart(quiz, attempts, quiz.now);
  if (refusal !== undefined) {
    return (
      <div class="quiz-act">
        <p safe>{refusal}</p>
        <LinkButton href={`/learn/${quiz.courseSlug}`} look="secondary">
          Back to the course
        </LinkButton>
      </div>
    );
  }
  return (
    <form class="quiz-act" method="post" action={`${address}/attempts`}>
      <p>
        Your answers are saved as you go. Without a connection they are kept on this device and sent when it is back.
        You can close the page, come back and go on, also on another device
        {quiz.minutes === null ? '' : '; the clock runs on meanwhile'}.
      </p>
      <input type="hidden" name="key" value={startKey} />
      <Button look={passed ? 'secondary' : 'primary'} iconAfter="arrow-right">
        <span safe>
          {attempts.length > 0 ? 'Start another attempt' : `Start the ${quiz.kind === 'quiz' ? 'quiz' : quiz.kind}`}
        </span>
      </Button>
    </form>
  );
}

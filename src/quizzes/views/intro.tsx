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
import type { OpenedQuiz } from '../open-quiz.js';
import { quizAddress } from '../quiz-address.js';
import { PastAttempts } from './past-attempts.js';
import { count, reviewText, timeText } from './words.js';

interface IntroProps extends OpenedQuiz {
  page: PageContext;
  /** Makes the start safe to repeat. */
  startKey: string;
  form: FormState;
}

/** What to expect before the clock runs, and how earlier attempts went. */
export function IntroView({ page, access, quiz, attempts, startKey, form }: IntroProps): JSX.Element {
  const { courseSlug, title, outline, progress } = access;
  const past = attempts.filter(({ status }) => status !== 'live');
  return (
    <Layout
      page={page}
      title={`${quiz.title} · ${title}`}
      width="player"
      outline={
        <CourseOutline course={courseSlug} title={title} outline={outline} progress={progress} current={quiz.slug} />
      }
      exit={{ href: '/learning', label: 'My learning' }}
      form={form}
    >
      <FormErrors form={form} />
      <PageHeader title={quiz.title} kicker={title} lead={quiz.intro} />
      <section class="section">
        <h2>What to expect</h2>
        <DefinitionList items={expectations({ quiz, attempts })} />
      </section>
      <Act quiz={quiz} attempts={attempts} startKey={startKey} passed={progress[quiz.slug] === true} />
      {past.length > 0 ? <PastAttempts quiz={quiz} attempts={past} /> : ''}
    </Layout>
  );
}

const left = ({ quiz, attempts }: Pick<OpenedQuiz, 'quiz' | 'attempts'>) =>
  quiz.attempts === null ? Infinity : Math.max(quiz.attempts - attempts.length, 0);

function expectations({ quiz, attempts }: Pick<OpenedQuiz, 'quiz' | 'attempts'>) {
  const rest = left({ quiz, attempts });
  const attemptsText = quiz.attempts === null ? 'As many as you like' : `${quiz.attempts}, of which ${rest} left`;
  const items: [string, string][] = [
    ['Questions', `${quiz.draw}, drawn for each attempt`],
    ['Time', timeText(quiz)],
    ['To pass', `${quiz.passPercent}% of the marks`],
    ['Attempts', attemptsText],
    ['Afterwards you see', reviewText(quiz.review.after)],
  ];
  return items.map(([term, text]) => ({ term, detail: <span safe>{text}</span> }));
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
  if (left(props) === 0) {
    return (
      <div class="quiz-act">
        <p safe>{`You have used all ${count(attempts.length, 'attempt')}.`}</p>
        <LinkButton href={`/learn/${quiz.courseSlug}`} look="secondary">
          Back to the course
        </LinkButton>
      </div>
    );
  }
  return (
    <form class="quiz-act" method="post" action={`${address}/attempts`}>
      <p>
        Your answers are saved as you go. If you lose the connection or close the page, you can come back and go on
        {quiz.minutes === null ? '' : ' until the time is over'}.
      </p>
      <input type="hidden" name="key" value={startKey} />
      <Button look={passed ? 'secondary' : 'primary'} iconAfter="arrow-right">
        {attempts.length > 0 ? 'Start another attempt' : 'Start the quiz'}
      </Button>
    </form>
  );
}

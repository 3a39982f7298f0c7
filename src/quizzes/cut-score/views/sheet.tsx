import {
  Alert,
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Pagination,
  Progress,
} from '../../../web/index.js';
import type { JudgeSheet } from '../read-study.js';

export const perPage = 10;

interface Props extends JudgeSheet {
  page: PageContext;
  form: FormState;
  /** From 1. */
  at: number;
}

/** What one judge has before them: ten items a page, each saved as soon as it is rated. */
export function SheetView({ page, form, at, study, items, rated }: Props): JSX.Element {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const shown = Math.min(at, pages);
  const here = items.slice((shown - 1) * perPage, shown * perPage);
  const address = `/examiners/cut-scores/${study.id}/ratings`;
  const crumbs = [{ href: '/examiners/cut-scores', label: 'Cut scores' }, { label: study.quizTitle }];
  const link = (to: number) => (to >= 1 && to <= pages ? `${address}?page=${to}` : undefined);
  return (
    <Layout
      page={page}
      title={`Your ratings: ${study.quizTitle}`}
      width="reading"
      tone="working"
      form={form}
      breadcrumbs={crumbs}
      scripts={study.roundOpen ? ['panel-ratings'] : []}
    >
      <FormErrors form={form} />
      <PageHeader kicker={`Round ${study.round}`} title={study.quizTitle} lead={study.candidate} />
      <p>Think of 100 such candidates. How many of them would get this item right? Not how many should.</p>
      {study.roundOpen ? '' : <Alert kind="info">No round is open now. You see what you said last.</Alert>}
      <panel-ratings url={`/api${address}`} rated={rated}>
        <Progress
          value={rated}
          max={items.length}
          label="Items you have rated"
          text={`${rated} of ${items.length} rated`}
        />
        <p class="panel-state" role="status" />
        <form class="form" method="post" action={`${address}?page=${shown}`} novalidate>
          {here.map((item) => (
            <Item item={item} form={form} isOpen={study.roundOpen} />
          ))}
          {study.roundOpen ? (
            <div class="form-actions">
              <Button>{shown < pages ? 'Save and go on' : 'Save'}</Button>
            </div>
          ) : (
            ''
          )}
        </form>
      </panel-ratings>
      <Pagination previousHref={link(shown - 1)} nextHref={link(shown + 1)} summary={`Page ${shown} of ${pages}`} />
    </Layout>
  );
}

function Item({
  item,
  form,
  isOpen,
}: {
  item: JudgeSheet['items'][number];
  form: FormState;
  isOpen: boolean;
}): JSX.Element {
  const { spread, facility, position, percent } = item;
  const said = [
    spread &&
      `Last round the panel said ${spread.mean.toFixed(0)} on average, from ${spread.lowest} to ${spread.highest}.`,
    facility !== null && `${facility.toFixed(0)} % got it right at their first attempt.`,
  ].filter(Boolean);
  return (
    <section class="panel-item">
      <p class="panel-text" safe>
        {item.text}
      </p>
      {item.options.length > 0 ? (
        <ul class="checked">
          {item.options.map(({ text, correct }) => (
            <li safe>{correct ? `${text} (right)` : text}</li>
          ))}
        </ul>
      ) : (
        ''
      )}
      {said.length > 0 ? (
        <p class="soft" safe>
          {said.join(' ')}
        </p>
      ) : (
        ''
      )}
      {isOpen ? (
        <Field
          form={form}
          name={`percent-${position}`}
          label={`Item ${position + 1}: of 100, how many get it right?`}
          type="number"
          inputmode="numeric"
          size="short"
          min={0}
          max={100}
          step={1}
          required={false}
        />
      ) : (
        <p safe>{percent === null ? 'You did not rate it.' : `You said ${percent}.`}</p>
      )}
    </section>
  );
}

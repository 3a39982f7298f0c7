import {
  Alert,
  Badge,
  Button,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Table,
  Textarea,
  Time,
} from '../../../web/index.js';
import type { Review } from '../review.queries.js';
import { compare, type Compared, reviewHelp, reviewTitle } from '../review-words.js';
import { deskAddress } from './orders-desk.js';
import { reviewsAddress } from './reviews.js';

interface Props {
  page: PageContext;
  form: FormState;
  review: Review;
}

/** One review: what was expected, what was seen, and the decision. */
export function ReviewView({ page, form, review }: Props): JSX.Element {
  const { order } = review;
  const title = reviewTitle(review.reason);
  return (
    <Layout
      page={page}
      title={title}
      tone="working"
      form={form}
      breadcrumbs={[{ href: reviewsAddress, label: 'Reviews' }, { label: order.number }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title={title}
        lead={reviewHelp(review.reason)}
        actions={
          <LinkButton href={`${deskAddress}/${order.number}`} look="secondary">
            <span safe>{`Order ${order.number}`}</span>
          </LinkButton>
        }
      />
      <p>
        {'Seen '}
        <Time at={review.at} />
        <span safe>{`, buyer ${order.buyerName} (${order.buyerEmail})`}</span>
      </p>
      <Comparison rows={compare(review)} />
      {review.resolved ? <Decision resolved={review.resolved} /> : <Decide page={page} form={form} review={review} />}
    </Layout>
  );
}

const Comparison = ({ rows }: { rows: Compared[] }): JSX.Element =>
  rows.length === 0 ? (
    ''
  ) : (
    <Table
      caption="What was expected and what was seen"
      columns={[{ label: 'What' }, { label: 'Expected' }, { label: 'Seen' }, { label: 'Same' }]}
      rows={rows.map(({ what, expected, seen, differs }) => [
        <span safe>{what}</span>,
        <code safe>{expected ?? '–'}</code>,
        <code safe>{seen ?? '–'}</code>,
        <Verdict expected={expected} differs={differs} />,
      ])}
    />
  );

function Verdict({ expected, differs }: Pick<Compared, 'expected' | 'differs'>): JSX.Element {
  if (expected === null) return '–';
  return differs ? <Badge label="Differs" kind="signal" /> : <span>Same</span>;
}

const Decision = ({ resolved }: { resolved: NonNullable<Review['resolved']> }): JSX.Element => (
  <Alert kind="success" title="Resolved">
    <p safe>{resolved.note}</p>
    <p class="soft">
      <span safe>{`${resolved.by}, `}</span>
      <Time at={new Date(resolved.at)} />
    </p>
  </Alert>
);

function Decide({ page, form, review }: Props): JSX.Element {
  if (!page.viewer?.roles.includes('admin')) return '';
  return (
    <form class="form" method="post" action={`${reviewsAddress}/${review.id}/resolution`} novalidate>
      <Textarea
        form={form}
        name="note"
        label="What was decided and done"
        help="Kept with your name and the time."
        rows={4}
      />
      <div class="form-actions">
        <Button>Resolve this review</Button>
      </div>
    </form>
  );
}

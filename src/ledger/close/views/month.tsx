import { ActForm, Alert, type FormState, LinkButton, type PageContext, Timeline } from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import { monthAddress, monthName } from '../checklist-words.js';
import { moveEvent } from '../move-words.js';
import type { OnePeriod } from '../read-period.js';
import { ChecklistTable } from './checklist.js';
import { LateEntries } from './late-entries.js';
import { MonthStep } from './month-step.js';
import { StateBadge } from './months.js';
import { OpenPayouts } from './open-payouts.js';

type Props = OnePeriod & { page: PageContext; form: FormState };

/** One month: what has to hold, the next step, what came too late, and who did what. */
export function MonthView({ page, form, period, checklist, moves, late }: Props): JSX.Element {
  const name = monthName(period.month);
  const isAccountant = page.viewer?.roles.includes('accountant') ?? false;
  const isOpen = period.status === 'open';
  const address = monthAddress(period.month);
  const prepare =
    isAccountant && isOpen ? (
      <ActForm action={`${address}/preparation`} label="Bring the books up to date" icon="refresh-cw" />
    ) : undefined;
  const download = (
    <LinkButton href={`/api${address}/package.zip`} look="secondary" icon="download">
      Close package
    </LinkButton>
  );
  return (
    <BooksLayout
      page={page}
      title={name}
      form={form}
      breadcrumbs={[{ href: '/books/close', label: 'Closing' }, { label: name }]}
      meta={<StateBadge period={period} />}
      actions={isOpen ? prepare : download}
    >
      <section class="section">
        <h2>{isOpen ? 'What has to hold' : 'As it was seen when the month was closed'}</h2>
        <ChecklistTable month={period.month} items={checklist.items} />
      </section>
      {isOpen && isAccountant ? <OpenPayouts payouts={checklist.payouts} /> : ''}
      {isAccountant ? (
        <MonthStep form={form} period={period} checklist={checklist} viewer={page.viewer} />
      ) : (
        <ForAdmins />
      )}
      <LateEntries late={late} />
      {moves.length > 0 ? (
        <section class="section">
          <h2>Who did what</h2>
          <Timeline events={moves.map(moveEvent)} />
        </section>
      ) : (
        ''
      )}
    </BooksLayout>
  );
}

const ForAdmins = (): JSX.Element => (
  <Alert kind="info">
    <p>Months are closed and opened again by accountants.</p>
  </Alert>
);

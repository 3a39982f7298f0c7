import { formatMoney } from '../../../shared/index.js';
import { Badge, Table, Time } from '../../../web/index.js';
import { checkTitles, repairOf } from '../checklist-words.js';
import type { ChecklistItem, Figure } from '../checklist.js';

/** What has to hold, with what was found and where it is put right. */
export const ChecklistTable = ({ month, items }: { month: string; items: ChecklistItem[] }): JSX.Element => (
  <Table
    caption="Checklist"
    columns={[{ label: 'What has to hold' }, { label: 'Holds' }, { label: 'Found' }, { label: 'Where to look' }]}
    rows={items.map((item) => [
      <span safe>{checkTitles[item.check]}</span>,
      item.passed ? <Badge label="Yes" kind="accent" icon="check" /> : <Badge label="Not yet" kind="signal" icon="x" />,
      <Figures figures={item.figures} />,
      <RepairLink item={item} month={month} />,
    ])}
  />
);

const Figures = ({ figures }: { figures: Figure[] }): JSX.Element =>
  figures.length === 0 ? (
    <span class="soft">Nothing</span>
  ) : (
    <ul class="figures">
      {figures.map((figure) => (
        <li>
          <span safe>{wordsOf(figure)}</span>
          {figure.at ? (
            <>
              {', '}
              <Time at={new Date(figure.at)} />
            </>
          ) : (
            ''
          )}
        </li>
      ))}
    </ul>
  );

function wordsOf({ what, amount, currency, count }: Figure): string {
  if (typeof amount === 'number' && currency) return `${what}: ${formatMoney({ amount, currency })}`;
  if (typeof count === 'number') return `${what}: ${count}`;
  return currency ? `${what}: ${currency}` : what;
}

function RepairLink({ item, month }: { item: ChecklistItem; month: string }): JSX.Element {
  const repair = repairOf(item.check, month);
  if (!repair) return '';
  return (
    <a href={repair.href} safe>
      {repair.label}
    </a>
  );
}

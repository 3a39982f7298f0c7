import { ShareBar, Stat, Stats, Table } from '../../../web/index.js';
import { figure } from '../../analysis/item-columns.js';
import type { RoundResult, ShownStudyItem } from '../read-study.js';
import type { JudgeRow } from '../study.queries.js';

/** What the panel said in one closed round. */
export function RoundSection({
  round,
  judges,
  possible,
}: {
  round: RoundResult;
  judges: JudgeRow[];
  possible: number;
}): JSX.Element {
  const names = new Map(judges.map(({ judgeId, name }) => [judgeId, name]));
  const percent = (marks: number | null) => (marks === null ? '–' : `${((100 * marks) / possible).toFixed(1)} %`);
  return (
    <section class="section">
      <h2 safe>{`Round ${round.round}`}</h2>
      <Stats>
        <Stat
          label="Cut"
          value={percent(round.cut)}
          note={`${figure(round.cut, 2)} of ${possible} marks of all items`}
        />
        <Stat
          label="Standard error"
          value={figure(round.standardError, 2)}
          note="marks: how far another panel may differ"
        />
        <Stat label="Agreement, ICC(2,k)" value={figure(round.agreement, 2)} note={agreementWords(round.agreement)} />
      </Stats>
      <Table
        caption={`Judges in round ${round.round}`}
        columns={[
          { label: 'Judge' },
          { label: 'Items rated', numeric: true },
          { label: 'Cut alone', numeric: true },
          { label: 'Severity, marks', numeric: true },
        ]}
        rows={round.judges.map(({ judgeId, rated, cut, severity }) => [
          <span safe>{names.get(judgeId) ?? ''}</span>,
          <span>{rated}</span>,
          <span safe>{percent(cut)}</span>,
          <span safe>{severity !== null && severity > 0 ? `+${figure(severity, 2)}` : figure(severity, 2)}</span>,
        ])}
      />
      <p class="soft">
        Severity above zero is stricter than the panel. Judges who have not rated every item do not count.
      </p>
    </section>
  );
}

const agreementWords = (agreement: number | null): string =>
  agreement === null
    ? 'cannot be said yet'
    : agreement >= 0.8
      ? 'the panel agrees well'
      : agreement >= 0.6
        ? 'fair: talk about the widest items and rate again'
        : 'low: talk about the items and rate again';

/** Item by item, those first on which the panel is furthest apart. */
export function StudyItems({ items, round }: { items: ShownStudyItem[]; round: number }): JSX.Element {
  const width = ({ spread }: ShownStudyItem) => (spread ? spread.highest - spread.lowest : -1);
  return (
    <section class="section">
      <h2 safe>{`Items in round ${round}, the widest apart first`}</h2>
      <Table
        caption="Items"
        columns={[
          { label: 'Item' },
          { label: 'Marks', numeric: true },
          { label: 'Mean', numeric: true },
          { label: '' },
          { label: 'Lowest', numeric: true },
          { label: 'Highest', numeric: true },
          { label: 'Facility %', numeric: true },
        ]}
        rows={items
          .toSorted((a, b) => width(b) - width(a) || a.position - b.position)
          .map(({ name, text, marks, spread, facility }) => [
            <span class="item-name">
              <span safe>{name}</span>
              <span class="cell-note" safe>
                {text}
              </span>
            </span>,
            <span>{marks}</span>,
            <span safe>{figure(spread?.mean ?? null, 1)}</span>,
            <ShareBar value={spread?.mean ?? 0} of={100} />,
            <span>{spread?.lowest ?? '–'}</span>,
            <span>{spread?.highest ?? '–'}</span>,
            <span safe>{figure(facility, 1)}</span>,
          ])}
      />
    </section>
  );
}

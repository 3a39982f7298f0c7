import { Table } from '../../../web/index.js';
import type { QuestionOfBank } from '../question.queries.js';

/** Where it was drawn of late, and how much more it may be. */
export function Exposure({ uses }: Pick<QuestionOfBank, 'uses'>): JSX.Element {
  return (
    <section class="section">
      <h2>Exposure</h2>
      {uses.length === 0 ? (
        <p class="soft">No paper of the last 90 days held it.</p>
      ) : (
        <Table
          caption="Papers of the last 90 days, by quiz"
          columns={[
            { label: 'Quiz' },
            ...['Papers that held it', 'All papers', 'Share', 'Cap'].map((label) => ({ label, numeric: true })),
          ]}
          rows={uses.map(({ title, drawn, papers, cap }) => [
            <span safe>{title}</span>,
            <span>{drawn}</span>,
            <span>{papers}</span>,
            <span safe>{`${Math.round((drawn * 1000) / papers) / 10}%`}</span>,
            <span safe>{cap === null ? 'none' : `${cap}%${drawn * 100 > papers * cap ? ', exceeded' : ''}`}</span>,
          ])}
        />
      )}
      <p class="soft">
        Above its cap, a question is drawn only if nothing else fits. Counted every quarter of an hour.
      </p>
    </section>
  );
}

import { Badge, Button, emptyForm, Select, Table } from '../../../web/index.js';
import { jurisdictionName, jurisdictions } from '../../licences/jurisdictions.js';
import { elsewhere, type Scope } from '../read-scope.js';
import type { ScopeRow } from '../scope.queries.js';

/** The question about oneself: a GET form, so that the answer has an address. */
export function ScopeForm({ action, scope: { asked, choices } }: { action: string; scope: Scope }): JSX.Element {
  const form = emptyForm({ profession: asked.profession, jurisdiction: asked.jurisdiction });
  const reviewed = new Set(choices.jurisdictions);
  const places = [...jurisdictions].filter(([code]) => reviewed.has(code));
  return (
    <form class="form" method="get" action={action} novalidate>
      <Select
        form={form}
        name="profession"
        label="Your profession"
        placeholder="Choose"
        options={choices.professions.map(({ slug, title }) => ({ value: slug, label: title }))}
      />
      <Select
        form={form}
        name="jurisdiction"
        label="Where you work"
        placeholder="Choose"
        options={[...places.map(([value, label]) => ({ value, label })), { value: elsewhere, label: 'Somewhere else' }]}
      />
      <div class="form-actions">
        <Button look="secondary">Show what is allowed</Button>
      </div>
    </form>
  );
}

/** The answer; nothing while the question is not whole. */
export function ScopeAnswer({ scope: { asked, choices, rows } }: { scope: Scope }): JSX.Element {
  if (!rows) return '';
  const profession = choices.professions.find(({ slug }) => slug === asked.profession)?.title ?? '';
  const place = asked.jurisdiction === elsewhere ? 'elsewhere' : jurisdictionName(asked.jurisdiction ?? '');
  return (
    <div class="stack">
      <Table
        caption={`${profession}, ${place}`}
        captionShown
        columns={[{ label: 'Procedure' }, { label: 'What holds' }, { label: 'Source' }]}
        rows={rows.map((row) => [
          <span safe>{procedureName(row.procedure)}</span>,
          <Held row={row} />,
          <Source row={row} />,
        ])}
      />
      <p class="soft">
        This is orientation from the sources named, not legal advice: no lawyer has reviewed it. Ask your board before
        you treat anybody; “not reviewed” means that we do not know, not that it is allowed.
      </p>
    </div>
  );
}

const words = {
  allowed: { label: 'allowed', kind: 'accent' },
  supervised: { label: 'under supervision or orders', kind: 'neutral' },
  not: { label: 'not allowed', kind: 'signal' },
} as const;

const Held = ({ row: { rule } }: { row: ScopeRow }): JSX.Element =>
  rule ? (
    <>
      <Badge {...words[rule.allowance]} />
      <span class="scope-note" safe>
        {rule.note}
      </span>
    </>
  ) : (
    <Badge label="not reviewed" kind="outline" />
  );

const Source = ({ row: { rule } }: { row: ScopeRow }): JSX.Element =>
  rule ? <span safe>{`${rule.source}. Read by our editors on ${rule.reviewedOn}.`}</span> : <span>–</span>;

/** "botulinum-toxin" → "Botulinum toxin" */
const procedureName = (slug: string): string => {
  const name = slug.replaceAll('-', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

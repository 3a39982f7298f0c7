export interface Definition {
  term: string;
  detail: JSX.Element;
}

/** Names and what they are: order numbers, dates, addresses. `detail` is JSX, so wrap plain text in `<span safe>`. */
export function DefinitionList({ items, stacked }: { items: Definition[]; stacked?: boolean }): JSX.Element {
  return (
    <dl class={['definitions', stacked && 'definitions-stacked']}>
      {items.map(({ term, detail }) => (
        <div>
          <dt safe>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface Column {
  /** Shown in the head of the column. */
  label: string;
  /** Money and other figures stand right, in tabular numerals. */
  numeric?: boolean;
  /** Where the heading leads to sort by it, and how it is sorted now. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
}

interface TableProps {
  caption: string;
  columns: Column[];
  /** Cells are JSX: `<td>` is added around each, the first becomes the row's heading. */
  rows: JSX.Element[][];
  totals?: JSX.Element[];
  captionShown?: boolean;
}

/** A data table. Wide ones scroll in a region of their own that the keyboard can reach. */
export function Table({ caption, columns, rows, totals, captionShown }: TableProps): JSX.Element {
  const side = (index: number) => (columns[index]?.numeric ? 'numeric' : undefined);
  return (
    <div class="table-region" role="region" aria-label={caption} tabindex="0">
      <table class="table">
        <caption class={captionShown ? undefined : 'visually-hidden'} safe>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th scope="row" class={side(index)}>
                    {cell}
                  </th>
                ) : (
                  <td class={side(index)}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {totals ? (
          <tfoot>
            <tr>
              {totals.map((cell, index) => (
                <td class={side(index)}>{cell}</td>
              ))}
            </tr>
          </tfoot>
        ) : (
          ''
        )}
      </table>
    </div>
  );
}

function Heading({ column }: { column: Column }): JSX.Element {
  return (
    <th scope="col" class={column.numeric ? 'numeric' : undefined} aria-sort={column.sorted}>
      {column.sortHref ? (
        <a class="sort" href={column.sortHref} safe>
          {column.label}
        </a>
      ) : (
        <span safe>{column.label}</span>
      )}
    </th>
  );
}

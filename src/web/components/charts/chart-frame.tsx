import type { Children } from '@kitajs/html';
import { Table } from '../table.js';

/** The drawing's own units; the page scales it, and scrolls it where it would become unreadable. */
export const canvas = { width: 860, height: 260, left: 76, right: 14, top: 12, bottom: 28 } as const;

/** Text, or text that leads to what it is made of. */
type Cell = string | { text: string; href: string | undefined };

interface ChartFrameProps {
  /** What is drawn, as a title: "Sales per day". */
  caption: string;
  /** What it shows, in a sentence: read out in place of the drawing. */
  summary: string;
  height?: number;
  /** The same facts as rows: first the heading of the row, then its figures; with `figures: false` words. */
  table: { columns: string[]; rows: Cell[][]; figures?: boolean };
  /** The table stands open: on pages that are printed. */
  open?: boolean;
  /** There is nothing to draw, and a sentence says so. */
  empty?: boolean;
  /** What the colours .series-1, .series-2 … are, between the caption and the drawing. */
  legend?: readonly string[];
  /** SVG elements. */
  children: Children;
}

/** A drawing on the server, without script: a caption, the SVG, and the same facts as a table. */
export function ChartFrame({
  caption,
  summary,
  height = canvas.height,
  table,
  open,
  empty,
  legend,
  children,
}: ChartFrameProps): JSX.Element {
  return (
    <figure class="chart">
      <figcaption safe>{caption}</figcaption>
      {empty ? (
        <p class="soft">Nothing in this time.</p>
      ) : (
        <>
          {legend ? <Legend names={legend} /> : ''}
          <div class="chart-region" role="group" aria-label={`${caption}, drawn`} tabindex="0">
            <svg class="chart-canvas" viewBox={`0 0 ${canvas.width} ${height}`} role="img" aria-label={summary}>
              {children}
            </svg>
          </div>
        </>
      )}
      <details class="chart-table" open={open}>
        <summary>As a table</summary>
        <Table
          caption={caption}
          columns={table.columns.map((label, index) => ({ label, numeric: index > 0 && table.figures !== false }))}
          rows={table.rows.map((cells) => cells.map(shown))}
        />
      </details>
    </figure>
  );
}

function shown(cell: Cell): JSX.Element {
  if (typeof cell === 'string') return <span safe>{cell}</span>;
  if (!cell.href) return <span safe>{cell.text}</span>;
  return (
    <a href={cell.href} safe>
      {cell.text}
    </a>
  );
}

/** What each colour of a chart is, in the order in which the parts lie on each other. */
function Legend({ names }: { names: readonly string[] }): JSX.Element {
  return (
    <ul class="chart-legend">
      {names.map((name, index) => (
        <li>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <rect class={`series-${index + 1}`} width="12" height="12" rx="2" />
          </svg>
          <span safe>{name}</span>
        </li>
      ))}
    </ul>
  );
}

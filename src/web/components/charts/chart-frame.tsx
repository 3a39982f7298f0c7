import type { Children } from '@kitajs/html';
import { Table } from '../table.js';

/** The drawing's own units; the page scales it, and scrolls it where it would become unreadable. */
export const canvas = { width: 860, height: 260, left: 76, right: 14, top: 12, bottom: 28 } as const;

interface ChartFrameProps {
  /** What is drawn, as a title: "Sales per day". */
  caption: string;
  /** What it shows, in a sentence: read out in place of the drawing. */
  summary: string;
  height?: number;
  /** The same facts as rows: first the heading of the row, then its figures; with `figures: false` words. */
  table: { columns: string[]; rows: string[][]; figures?: boolean };
  /** The table stands open: on pages that are printed. */
  open?: boolean;
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
  children,
}: ChartFrameProps): JSX.Element {
  return (
    <figure class="chart">
      <figcaption safe>{caption}</figcaption>
      <div class="chart-region" role="group" aria-label={`${caption}, drawn`} tabindex="0">
        <svg class="chart-canvas" viewBox={`0 0 ${canvas.width} ${height}`} role="img" aria-label={summary}>
          {children}
        </svg>
      </div>
      <details class="chart-table" open={open}>
        <summary>As a table</summary>
        <Table
          caption={caption}
          columns={table.columns.map((label, index) => ({ label, numeric: index > 0 && table.figures !== false }))}
          rows={table.rows.map((cells) => cells.map((cell) => <span safe>{cell}</span>))}
        />
      </details>
    </figure>
  );
}

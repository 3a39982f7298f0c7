import { scaleBand, scaleLinear } from 'd3-scale';
import { LabelAxis, ValueAxis } from './axes.js';
import { canvas, ChartFrame } from './chart-frame.js';

interface StackSeries {
  name: string;
  /** One for each point; below zero they are stacked downwards. */
  values: readonly number[];
  /** What the value at a point is made of. */
  href?: (index: number) => string;
}

interface StackChartProps {
  caption: string;
  summary: string;
  /** "October 2026" in the table, "Oct 26" under the drawing. */
  points: readonly { label: string; short: string }[];
  /** At most six: so many colours can be told apart. */
  series: readonly StackSeries[];
  format: (value: number) => string;
  /** What a point is: "Month". */
  unit: string;
  /** The sum of a point means something. */
  summed?: boolean;
}

interface Segment {
  from: number;
  to: number;
}

/** Where each value begins and ends: what is above zero stands on what is above zero, what is below hangs from what is below. */
export function segmentsOf(series: readonly StackSeries[], count: number): Segment[][] {
  const tops = Array<number>(count).fill(0);
  const bottoms = Array<number>(count).fill(0);
  return series.map(({ values }) =>
    Array.from({ length: count }, (_each, index) => {
      const value = values[index] ?? 0;
      const side = value < 0 ? bottoms : tops;
      const from = side[index]!;
      side[index] = from + value;
      return { from, to: from + value };
    }),
  );
}

/** There is nothing between one minor unit and the next. */
const wholeTicks = (y: { ticks: (count: number) => number[] }): number[] => y.ticks(4).filter(Number.isInteger);

/** Parts of a whole along time, one on the other, with what each colour is; the table links to what figures are made of. */
export function StackChart(props: StackChartProps): JSX.Element {
  const { caption, summary, points, series, format } = props;
  const segments = segmentsOf(series, points.length);
  const ends = segments.flat().map(({ to }) => to);
  const y = scaleLinear([Math.min(0, ...ends), Math.max(1, ...ends)], [canvas.height - canvas.bottom, canvas.top]).nice(
    4,
  );
  const x = scaleBand([...points.keys()], [canvas.left, canvas.width - canvas.right]).padding(0.25);
  const middle = (index: number) => x(index)! + x.bandwidth() / 2;
  return (
    <ChartFrame
      caption={caption}
      summary={summary}
      table={tableOf(props)}
      empty={ends.every((end) => end === 0)}
      legend={series.length > 1 ? series.map(({ name }) => name) : undefined}
    >
      <ValueAxis ticks={wholeTicks(y).map((value) => ({ at: y(value), label: format(value).replace(/[.]0+$/, '') }))} />
      {series.map(({ name, values }, number) =>
        segments[number]!.map(({ from, to }, index) =>
          from === to ? (
            ''
          ) : (
            <rect
              class={`chart-part series-${number + 1}`}
              x={x(index)!}
              y={Math.min(y(from), y(to))}
              width={x.bandwidth()}
              height={Math.abs(y(from) - y(to))}
            >
              <title safe>{`${points[index]!.label}, ${name}: ${format(values[index] ?? 0)}`}</title>
            </rect>
          ),
        ),
      )}
      <LabelAxis
        y={canvas.height - 8}
        labels={points.map(({ short }, index) => ({ at: middle(index), label: short }))}
      />
    </ChartFrame>
  );
}

function tableOf({ unit, series, points, format, summed }: StackChartProps) {
  const sumOf = (index: number) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0);
  return {
    columns: [unit, ...series.map(({ name }) => name), ...(summed ? ['Together'] : [])],
    rows: points.map(({ label }, index) => [
      label,
      ...series.map(({ values, href }) => ({ text: format(values[index] ?? 0), href: href?.(index) })),
      ...(summed ? [format(sumOf(index))] : []),
    ]),
  };
}

import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import { LabelAxis, ValueAxis } from './axes.js';
import { canvas, ChartFrame } from './chart-frame.js';

export interface ChartPoint {
  /** "12 November 2026" in the table, "12 Nov" under the drawing. */
  label: string;
  short: string;
  value: number;
  /** Of the period before, at the same place. */
  before?: number;
}

export interface SeriesChartProps {
  caption: string;
  summary: string;
  points: readonly ChartPoint[];
  /** A value as people read it. */
  format: (value: number) => string;
  /** Names of the series: now, and before if points carry it. */
  series: [now: string, before?: string];
  /** What a point is: "Day". */
  unit: string;
}

/** On an axis whole amounts stand without their zeros. */
const tick = (text: string): string => text.replace(/[.]0+$/, '');

/** How values and places lie on the canvas; zero is always on it. */
export function scalesOf(points: readonly ChartPoint[]) {
  const values = points.flatMap(({ value, before = 0 }) => [value, before]);
  const y = scaleLinear(
    [Math.min(0, ...values), Math.max(1, ...values)],
    [canvas.height - canvas.bottom, canvas.top],
  ).nice(4);
  const x = scalePoint(
    points.map((_point, index) => index),
    [canvas.left + 8, canvas.width - canvas.right - 8],
  );
  return { x: (index: number) => x(index) ?? canvas.left, y };
}

/** Values along time: a line over its area, and dashed the period before. */
export function LineChart(props: SeriesChartProps): JSX.Element {
  const { points, format } = props;
  const { x, y } = scalesOf(points);
  const drawn = [...points.keys()];
  const now = line<number>(x, (index) => y(points[index]!.value))(drawn) ?? '';
  const under = area<number>(x, y(0), (index) => y(points[index]!.value))(drawn) ?? '';
  const before = line<number>(x, (index) => y(points[index]!.before ?? 0))(drawn) ?? '';
  return (
    <ChartFrame caption={props.caption} summary={props.summary} table={tableOf(props)}>
      <ValueAxis ticks={y.ticks(4).map((value) => ({ at: y(value), label: tick(format(value)) }))} />
      <path class="chart-area" d={under} />
      {props.series[1] ? <path class="chart-line-before" d={before} /> : ''}
      <path class="chart-line" d={now} />
      <LabelAxis y={canvas.height - 8} labels={points.map(({ short }, index) => ({ at: x(index), label: short }))} />
    </ChartFrame>
  );
}

/** Values side by side, each standing on zero. */
export function BarChart(props: SeriesChartProps): JSX.Element {
  const { points, format } = props;
  const { x, y } = scalesOf(points);
  const width = Math.max(2, Math.min(36, (canvas.width - canvas.left) / Math.max(1, points.length) - 4));
  return (
    <ChartFrame caption={props.caption} summary={props.summary} table={tableOf(props)}>
      <ValueAxis ticks={y.ticks(4).map((value) => ({ at: y(value), label: tick(format(value)) }))} />
      {points.map(({ value, short }, index) => (
        <rect
          class="chart-bar"
          x={x(index) - width / 2}
          y={Math.min(y(value), y(0))}
          width={width}
          height={Math.abs(y(value) - y(0))}
        >
          <title safe>{`${short}: ${format(value)}`}</title>
        </rect>
      ))}
      <LabelAxis y={canvas.height - 8} labels={points.map(({ short }, index) => ({ at: x(index), label: short }))} />
    </ChartFrame>
  );
}

function tableOf({ unit, series, points, format }: SeriesChartProps) {
  const [now, before] = series;
  return {
    columns: before ? [unit, now, before] : [unit, now],
    rows: points.map((point) => [
      point.label,
      format(point.value),
      ...(before ? [point.before === undefined ? '' : format(point.before)] : []),
    ]),
  };
}

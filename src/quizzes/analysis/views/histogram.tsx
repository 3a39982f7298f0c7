import { canvas, ChartFrame, LabelAxis, ValueAxis } from '../../../web/index.js';
import { scaleLinear } from 'd3-scale';
import type { Summary } from '../analysis.js';
import { bins } from '../statistics/paper-statistics.js';
import { count } from '../../views/words.js';

const step = 100 / bins;
const rangeOf = (bin: number) => `${bin * step}–${(bin + 1) * step} %`;

/** Scores in twentieths, with a line at the cut. */
export function Histogram({ summary }: { summary: Summary }): JSX.Element {
  const { histogram, possible, cut, attempts } = summary;
  const most = Math.max(1, ...histogram);
  const y = scaleLinear([0, most], [canvas.height - canvas.bottom, canvas.top]).nice(4);
  const x = scaleLinear([0, 100], [canvas.left, canvas.width - canvas.right]);
  const cutPercent = cut === null ? 0 : (100 * cut) / possible;
  const fullest = histogram.indexOf(most);
  return (
    <ChartFrame
      caption="Scores"
      summary={`${count(attempts, 'attempt')}; most scores lie at ${rangeOf(fullest)}; the cut is at ${cutPercent.toFixed(1)} %.`}
      table={{ columns: ['Score', 'Attempts'], rows: histogram.map((n, bin) => [rangeOf(bin), String(n)]) }}
    >
      <ValueAxis
        ticks={y
          .ticks(4)
          .filter(Number.isInteger)
          .map((value) => ({ at: y(value), label: String(value) }))}
      />
      {histogram.map((n, bin) => (
        <rect class="chart-bar" x={x(bin * step) + 1} y={y(n)} width={x(step) - x(0) - 2} height={y(0) - y(n)}>
          <title safe>{`${rangeOf(bin)}: ${n}`}</title>
        </rect>
      ))}
      <line class="chart-cut" x1={x(cutPercent)} x2={x(cutPercent)} y1={canvas.top} y2={y(0)} />
      <text class="chart-label" x={x(cutPercent) + 6} y={canvas.top + 10} safe>
        {`cut ${cutPercent.toFixed(1)} %`}
      </text>
      <LabelAxis
        y={canvas.height - 8}
        labels={[0, 20, 40, 60, 80, 100].map((percent) => ({ at: x(percent), label: `${percent} %` }))}
      />
    </ChartFrame>
  );
}

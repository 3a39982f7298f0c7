import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { canvas, ChartFrame, LabelAxis, ValueAxis } from '../../../web/index.js';
import { fewest } from '../analysis.js';
import type { ShownItem } from '../read-quiz-analysis.js';
import { type OptionShares, optionShares, scoreGroups } from '../statistics/option-shares.js';

const base = canvas.height - canvas.bottom;
const x = scalePoint([...scoreGroups], [canvas.left + 60, canvas.width - 80]);
const y = scaleLinear([0, 100], [base, canvas.top + 8]);
const draw = line<number>((_percent, at) => x(scoreGroups[at]!)!, y);
const labelGap = 15;

/**
 * Each option by how well people did on the whole: the right one should rise from left to right and the others fall. Drawn
 * only from so many answers that a line means something.
 */
export function OptionLines({ item }: { item: ShownItem }): JSX.Element {
  const lines = optionShares(item);
  if (lines.length === 0 || item.n < fewest) return <></>;
  const labels = spreadOut(lines);
  return (
    <ChartFrame
      caption={`Options of ${item.name} by score group`}
      summary={summaryOf(lines)}
      table={{
        columns: ['Option', ...scoreGroups.map((group) => `${group}, % chose it`)],
        rows: lines.map(({ letter, text, percents }) => [
          `${letter}. ${text}`,
          ...percents.map((each) => each.toFixed(0)),
        ]),
      }}
    >
      <ValueAxis ticks={[0, 25, 50, 75, 100].map((percent) => ({ at: y(percent), label: `${percent} %` }))} />
      {lines.map(({ text, correct, percents }) => (
        <path class={correct ? 'chart-line' : 'chart-line-before'} d={draw(percents) ?? ''}>
          <title safe>{text}</title>
        </path>
      ))}
      {lines.map(({ letter, correct }) => (
        <text class="chart-label" x={x(scoreGroups[2])! + 10} y={labels.get(letter)!} safe>
          {correct ? `${letter} (right)` : letter}
        </text>
      ))}
      <LabelAxis y={canvas.height - 8} labels={scoreGroups.map((group) => ({ at: x(group)!, label: group }))} />
    </ChartFrame>
  );
}

const summaryOf = (lines: OptionShares[]): string =>
  lines
    .map(
      ({ letter, correct, percents: [lower, , upper] }) =>
        `${letter}${correct ? ', right,' : ''} from ${lower!.toFixed(0)} % of the lower group to ${upper!.toFixed(0)} % of the upper`,
    )
    .join('; ');

/** Where the names of lines stand: lines that end together would hide each other's. */
function spreadOut(lines: OptionShares[]): Map<string, number> {
  let lowest: number = canvas.height;
  const upwards = lines
    .map(({ letter, percents }) => ({ letter, at: y(percents[2]!) + 4 }))
    .sort((a, b) => b.at - a.at);
  return new Map(
    upwards.map(({ letter, at }) => {
      lowest = Math.min(at, lowest - labelGap);
      return [letter, lowest];
    }),
  );
}

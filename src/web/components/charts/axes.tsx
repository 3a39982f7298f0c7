import { canvas } from './chart-frame.js';

/** Lines across the drawing, each with its value. */
export function ValueAxis({ ticks }: { ticks: { at: number; label: string }[] }): JSX.Element {
  return (
    <>
      {ticks.map(({ at, label }) => (
        <>
          <line class="chart-grid" x1={canvas.left} x2={canvas.width - canvas.right} y1={at} y2={at} />
          <text class="chart-label chart-label-end" x={canvas.left - 8} y={at + 4} safe>
            {label}
          </text>
        </>
      ))}
    </>
  );
}

/** Words under the drawing: as many as there is room for, evenly. */
export function LabelAxis({ labels, y }: { labels: { at: number; label: string }[]; y: number }): JSX.Element {
  const step = Math.max(1, Math.ceil(labels.length / 7));
  return (
    <>
      {labels
        .filter((_label, index) => index % step === 0)
        .map(({ at, label }) => (
          <text
            class={['chart-label', isAtEdge(at) ? 'chart-label-end' : 'chart-label-middle']}
            x={edged(at)}
            y={y}
            safe
          >
            {label}
          </text>
        ))}
    </>
  );
}

/** A word in the middle of the right edge would be cut in two. */
const isAtEdge = (at: number): boolean => at > canvas.width - canvas.right - 12;
const edged = (at: number): number => (isAtEdge(at) ? canvas.width : at);

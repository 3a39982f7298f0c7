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
          <text class="chart-label chart-label-middle" x={at} y={y} safe>
            {label}
          </text>
        ))}
    </>
  );
}

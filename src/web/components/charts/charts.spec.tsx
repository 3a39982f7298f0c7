import { BarChart, LineChart } from './series-chart.js';
import { ShareBar } from './share-bar.js';

const points = [
  { label: '1 November 2026', short: '1 Nov', value: 100, before: 50 },
  { label: '2 November 2026', short: '2 Nov', value: -20, before: 0 },
];
const props = {
  ...{ caption: 'Sales & more', summary: 'Sales rise.', points, unit: 'Day' },
  format: (value: number) => `$${value}.00`,
};

describe('a chart', () => {
  it('says in words what it draws, and has the same facts as a table', async () => {
    const html = await LineChart({ ...props, series: ['Sales', 'Before'] });
    expect(html).toContain('aria-label="Sales rise."');
    expect(html).toContain('<figcaption>Sales &amp; more</figcaption>');
    for (const cell of ['1 November 2026', '$100.00', '$50.00', 'Before']) expect(html).toContain(cell);
    expect(html).not.toMatch(/style=|<script|on\w+=/);
    expect(html).not.toContain('NaN');
  });

  it('draws what lies below zero below zero', async () => {
    const html = await BarChart({ ...props, series: ['Sales'] });
    const bars = [...html.matchAll(/<rect class="chart-bar"[^>]* y="([\d.]+)"[^>]* height="([\d.]+)"/g)];
    const [up, down] = bars.map((bar) => ({ top: Number(bar[1]), bottom: Number(bar[1]) + Number(bar[2]) }));
    expect(bars).toHaveLength(2);
    expect(up!.bottom).toBeCloseTo(down!.top);
    expect(down!.bottom).toBeGreaterThan(down!.top);
  });

  it.each([[[]], [[points[0]!]], [points.map((point) => ({ ...point, value: 0, before: 0 }))]])(
    'of little is still a chart: %j',
    async (few) => {
      for (const Chart of [LineChart, BarChart])
        expect(await Chart({ ...props, points: few, series: ['Sales'] })).not.toMatch(/NaN|Infinity/);
    },
  );
});

it.each([
  [50, 200, '25'],
  [3, 0, '0'],
  [-5, 10, '0'],
  [30, 10, '100'],
])('a share of %d in %d is drawn %s wide', async (value, of, width) => {
  expect(await ShareBar({ value, of })).toContain(`class="share-bar-part" width="${width}"`);
});

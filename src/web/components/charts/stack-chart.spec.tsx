import { segmentsOf, StackChart } from './stack-chart.js';

const points = [
  { label: 'September 2026', short: 'Sep 26' },
  { label: 'October 2026', short: 'Oct 26' },
];

describe('a stack chart', () => {
  it('stands what is above zero on each other, and hangs what is below from zero', () => {
    const series = [
      { name: 'A', values: [3, -1] },
      { name: 'B', values: [2, 4] },
      { name: 'C', values: [0, -2] },
    ];
    expect(segmentsOf(series, 2)).toEqual([
      [
        { from: 0, to: 3 },
        { from: 0, to: -1 },
      ],
      [
        { from: 3, to: 5 },
        { from: 0, to: 4 },
      ],
      [
        { from: 5, to: 5 },
        { from: -1, to: -3 },
      ],
    ]);
  });

  it('names each part in the drawing and in the legend, and leads from the table to what a figure is made of', async () => {
    const html = String(
      await (
        <StackChart
          caption="Revenue"
          summary="Some."
          points={points}
          unit="Month"
          summed
          format={(value) => `$${value}`}
          series={[
            { name: 'A <b>', values: [3, 0], href: (index) => `/made-of/${index}` },
            { name: 'B', values: [2, 4] },
          ]}
        />
      ),
    );
    expect(html).toContain('<title>September 2026, A &lt;b>: $3</title>');
    expect(html).toContain('<a href="/made-of/0">$3</a>');
    expect(html).toContain('chart-legend');
    expect(html.match(/chart-part/g)).toHaveLength(3);
    expect(html).toContain('<span>$5</span>');
  });

  it('draws nothing, and no broken number, where there is nothing', async () => {
    const html = String(
      await (<StackChart caption="Revenue" summary="None." points={points} unit="Month" format={String} series={[]} />),
    );
    expect(html).not.toContain('NaN');
    expect(html).not.toContain('chart-legend');
  });
});

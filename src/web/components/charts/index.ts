export { canvas, ChartFrame } from './chart-frame.js';
export { LabelAxis, ValueAxis } from './axes.js';
export { BarChart, type ChartPoint, LineChart } from './series-chart.js';
export { ShareBar } from './share-bar.js';
export { StackChart } from './stack-chart.js';

import { formatDate } from '../../shared/index.js';
import type { ChartPoint } from '../../web/index.js';
import type { SalesDay } from './figures.js';

/** The later half of the days as points, each with the day as far back as there are points. */
export function salesSeries(days: readonly SalesDay[], currency: string): ChartPoint[] {
  const mine = days.filter((day) => day.currency === currency);
  const half = Math.floor(mine.length / 2);
  return mine.slice(mine.length - half).map((day, index) => {
    const at = new Date(`${day.day}T00:00:00Z`);
    return {
      label: formatDate(at),
      short: short.format(at),
      value: day.amount,
      before: mine[mine.length - 2 * half + index]!.amount,
    };
  });
}

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "up 12% on yesterday", in whole percent; a period without sales gives nothing to compare with. */
export function changeText(now: number, before: number, period: string): string {
  const within = period.startsWith('the same time') ? 'by' : 'in';
  if (before === 0) return now === 0 ? `none, as ${within} ${period}` : `none ${within} ${period}`;
  const percent = Math.round(((now - before) / before) * 100);
  if (percent === 0) return `as ${within} ${period}`;
  return `${percent > 0 ? 'up' : 'down'} ${Math.abs(percent)}% on ${period}`;
}

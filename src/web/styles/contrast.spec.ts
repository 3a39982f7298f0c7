import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(import.meta.dirname, '20-tokens.css'), 'utf8');
const colours = Object.fromEntries(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
);

const grounds = ['paper', 'surface', 'sunken'];
const pairs = (texts: string[], backgrounds: string[]) =>
  texts.flatMap((text) => backgrounds.map((ground) => [text, ground] as const));

const readable = [
  ...pairs(['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-deep', 'signal', 'signal-deep'], grounds),
  ...pairs(['ink', 'ink-soft', 'accent', 'accent-deep'], ['accent-soft']),
  ...pairs(['ink', 'ink-soft', 'accent-deep'], ['mark-yellow', 'mark-green', 'mark-blue', 'mark-pink']),
  ...pairs(['ink', 'ink-soft', 'signal', 'signal-deep'], ['signal-soft']),
  ...pairs(['on-accent'], ['accent', 'accent-deep']),
  ...pairs(['on-signal'], ['signal', 'signal-deep']),
];

const visible = [
  ...pairs(['line-strong', 'focus', 'accent', 'signal'], grounds),
  ...pairs(['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'], grounds),
  ...pairs(['focus'], ['accent-soft', 'signal-soft']),
  ...pairs(['draw-ink', 'draw-vessel', 'draw-nerve', 'draw-site', 'draw-danger'], ['surface', 'draw-soft']),
];

describe.each(['light', 'dark'] as const)('the colours of the %s scheme', (scheme) => {
  const contrast = (one: string, other: string) => ratio(colours[one]![scheme], colours[other]![scheme]);

  it.each(readable)('let %s be read on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(visible)('let %s be seen on %s', (part, ground) => {
    expect(contrast(part, ground)).toBeGreaterThanOrEqual(3);
  });
});

/** The contrast ratio of WCAG 2.2. */
function ratio(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

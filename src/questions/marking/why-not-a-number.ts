import { parseDecimal } from './decimal.js';
import type { Separator } from './separator.js';

/**
 * The sentence that refuses what cannot be read as one number beyond doubt; undefined for a number. The other separator
 * is never read as a thousands separator, nor the other way round: a dose would be a thousand times another.
 */
export function whyNotANumber(text: string, separator: Separator = '.'): string | undefined {
  if (parseDecimal(text, separator)) return undefined;
  const [own, other] = separator === '.' ? ['point', 'comma'] : ['comma', 'point'];
  const example = `for example 1250 or 2${separator}5`;
  // From here on the text is judged as if its separator were the point.
  const swapped = text.replace(/[.,]/g, (each) => (each === separator ? '.' : ','));
  if (/^[+-]?\d+(\.\d+)?$/.test(swapped)) return `Write at most twenty digits on each side of the ${own}.`;
  if (swapped.includes(',')) return `Write a decimal ${own}, not a ${other}, and no thousands separators, ${example}.`;
  if (/^[+-]?\d[\d.]*\.[\d.]*\.[\d.]*$/.test(swapped)) return `Write one decimal ${own} at most, ${example}.`;
  if (/\d[\s'’_]+\d/.test(swapped) || /^[+-]\s/.test(swapped))
    return `Write the number without spaces or separators, ${example}.`;
  if (/^[+-]?[\d.]+e[+-]?\d+$/i.test(swapped)) return `Write all digits, without an exponent, ${example}.`;
  if (/^[+-]?\.\d+$/.test(swapped)) return `Write a zero before the decimal ${own}, for example 0${separator}5.`;
  if (/^[+-]?\d+\.$/.test(swapped)) return `Write digits after the decimal ${own}, or leave the ${own} out.`;
  if (/^[+-]?\d+(\.\d+)?\s*\D+$/.test(swapped)) return `Write the number alone, without a unit, ${example}.`;
  return `Write a number with the digits 0 to 9 and at most one decimal ${own}, ${example}.`;
}

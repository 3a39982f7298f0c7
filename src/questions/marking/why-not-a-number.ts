import { parseDecimal } from './decimal.js';

const example = 'for example 1250 or 2.5';

/** The sentence that refuses what cannot be read as one number beyond doubt; undefined for a number. */
export function whyNotANumber(text: string): string | undefined {
  if (parseDecimal(text)) return undefined;
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return 'Write at most twenty digits on each side of the point.';
  if (text.includes(',')) return `Write a decimal point, not a comma, and no thousands separators, ${example}.`;
  if (/^[+-]?\d[\d.]*\.[\d.]*\.[\d.]*$/.test(text)) return `Write one decimal point at most, ${example}.`;
  if (/\d[\s'’_]+\d/.test(text) || /^[+-]\s/.test(text))
    return `Write the number without spaces or separators, ${example}.`;
  if (/^[+-]?[\d.]+e[+-]?\d+$/i.test(text)) return `Write all digits, without an exponent, ${example}.`;
  if (/^[+-]?\.\d+$/.test(text)) return 'Write a zero before the decimal point, for example 0.5.';
  if (/^[+-]?\d+\.$/.test(text)) return 'Write digits after the decimal point, or leave the point out.';
  if (/^[+-]?\d+(\.\d+)?\s*\D+$/.test(text)) return `Write the number alone, without a unit, ${example}.`;
  return `Write a number with the digits 0 to 9 and at most one decimal point, ${example}.`;
}

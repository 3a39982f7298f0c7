import { z } from 'zod';

const printable = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;

/** A text somebody typed: something, at most so long, nothing that cannot be printed. */
export const words = (label: string, longest: number) =>
  z
    .string(`Enter ${label}.`)
    .trim()
    .min(1, `Enter ${label}.`)
    .max(longest, `Use at most ${longest} characters.`)
    .regex(printable, 'Use characters that can be printed.');

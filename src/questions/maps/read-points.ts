import { z } from 'zod';
import { parseDecimal } from '../marking/decimal.js';
import { whyNotANumber } from '../marking/why-not-a-number.js';
import { responseInvalid } from '../questions.errors.js';
import type { Posed } from '../types/question-type.js';
import { readAs } from '../types/read-as.js';
import { grid } from './polygon.js';

const millionth = z.int().min(0).max(grid);
const short = z.string().max(40).optional();

/** How a page without script spells points: rows of text fields, `sent` tells that the rows are all there is. */
const rows = z.record(
  z.string().max(4),
  z.union([
    z.literal('1'),
    z.strictObject({ x: short, y: short, depth: short, units: short, product: short }).partial(),
  ]),
);

/** Points with fields of their own beside where they are. */
export const pointsForm = <S extends z.ZodRawShape>(fields: S, most: number) =>
  z.strictObject({
    points: z
      .array(z.strictObject({ x: millionth, y: millionth, ...fields }))
      .max(most)
      .optional(),
    rows: rows.optional(),
  });

/** A point as it is stored. What was left open is not there. */
export interface PlacedPoint {
  x: number;
  y: number;
  depth?: string | undefined;
  units?: string | undefined;
  product?: string | undefined;
}

/** The points of a response, or null if there are none. @throws DomainError response_invalid */
export function readPoints(sent: unknown, form: z.ZodType, posed: Posed): { points: PlacedPoint[] } | null {
  const read = readAs(form, sent, 'Place each point on the picture.') as {
    points?: PlacedPoint[];
    rows?: z.output<typeof rows>;
  } | null;
  if (!read) return null;
  if (!read.rows && !read.points) throw responseInvalid('Place each point on the picture.');
  const typed = read.rows ? pointsOfRows(read.rows, posed) : (read.points ?? []);
  const points = typed.map(filled);
  return points.length > 0 ? { points } : null;
}

const filled = ({ x, y, depth, units, product }: PlacedPoint): PlacedPoint => ({
  x,
  y,
  ...(depth && { depth }),
  ...(units?.trim() && { units: units.trim() }),
  ...(product && { product }),
});

function pointsOfRows(written: z.output<typeof rows>, posed: Posed): PlacedPoint[] {
  return Object.values(written).flatMap((row, at) => {
    // A dose without a place is an answer half given, not an empty row.
    if (row === '1' || (!row.x && !row.y && !row.units?.trim())) return [];
    return { ...row, x: placeOf(row.x, at, posed), y: placeOf(row.y, at, posed) };
  });
}

/** A percentage as millionths. */
function placeOf(text: string | undefined, at: number, { separator }: Posed): number {
  const typed = text?.trim() ?? '';
  const wrong = typed === '' ? 'Write how far across and how far down it is.' : whyNotANumber(typed, separator);
  if (wrong) throw responseInvalid(`Point ${at + 1}: ${wrong}`);
  const place = parseDecimal(typed, separator)!.times(10_000).round();
  if (place.lt(0) || place.gt(grid)) throw responseInvalid(`Point ${at + 1}: Write a percentage from 0 to 100.`);
  return place.toNumber();
}

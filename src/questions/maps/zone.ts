import { z } from 'zod';
import { grid, wrongPolygon } from './polygon.js';

const millionth = z.int('write whole millionths of the picture').min(0).max(grid);

/** Corners of an area, in millionths of the picture's width and height, from its upper left corner. */
export const polygonSchema = z
  .array(z.tuple([millionth, millionth]))
  .min(3, 'an area has at least three corners')
  .max(60)
  .superRefine((polygon, context) => {
    const message = wrongPolygon(polygon);
    if (message) context.addIssue({ code: 'custom', message });
  });

/** Said of a question that has no picture to answer on. */
export const needsPicture = { path: ['picture'], message: 'This type of question is answered on a picture: name one.' };

import type { ReportReason } from '../writing/report-comment.js';

export const reportWords: Record<ReportReason, string> = {
  dangerous: 'A wrong dose, or something unsafe',
  patient: 'A patient could be known by it',
  advertising: 'Advertising',
  abuse: 'It attacks somebody',
  other: 'Something else',
};

export const caseKinds = ['appeal', 'complaint', 'name'] as const;
export type CaseKind = (typeof caseKinds)[number];
export const caseStatuses = ['open', 'withdrawn', 'upheld', 'dismissed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Days within which a case is answered; days within which a decision can be appealed against. */
export const answerDays = 30;
export const appealDays = 60;

const day = 86_400_000;

/** When an answer is due. */
export const dueAt = (openedAt: Date): Date => new Date(openedAt.getTime() + answerDays * day);

/** Whether a decision of `decidedAt` can still be appealed against. */
export const appealable = (decidedAt: Date, now: Date): boolean =>
  now.getTime() - decidedAt.getTime() <= appealDays * day;

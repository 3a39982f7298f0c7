import type { z } from 'zod';
import { optionsOf } from './recall.js';
import type { MyRecall, Recall, RecallCounts } from './recall.queries.js';
import type { deskRecall, myRecall } from './recall.schemas.js';

const told = (recall: Recall) => ({
  id: recall.id,
  course: { slug: recall.courseSlug, title: recall.courseTitle },
  lesson: { slug: recall.lessonSlug, title: recall.lessonTitle },
  untilEdition: recall.untilEdition,
  wrong: recall.wrong,
  correct: recall.correct,
  source: recall.source,
  suspendOn: recall.suspendOn,
  openedAt: recall.openedAt.toISOString(),
  publishedAt: recall.decidedAt?.toISOString() ?? null,
});

/** What a learner may know: which answer is right is not in it. */
export const toMyRecall = (recall: MyRecall): z.infer<typeof myRecall> => ({
  ...told(recall),
  html: recall.html,
  questions: recall.questions.map((question) => ({ text: question.text, options: optionsOf(question) })),
  acknowledgedAt: recall.acknowledgedAt?.toISOString() ?? null,
  ended: recall.status === 'ended',
});

export const toDeskRecall = (recall: Recall & RecallCounts): z.infer<typeof deskRecall> => ({
  ...told(recall),
  status: recall.status,
  affected: recall.affected,
  certified: recall.certified,
  acknowledged: recall.acknowledged,
  outstanding: recall.outstanding,
});

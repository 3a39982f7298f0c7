import { greeting, type Letter } from '../../mail/index.js';
import { formatInstant } from '../../shared/index.js';
import type { EndingDue, StudyDue, StudyStep } from './due-reminders.queries.js';

const sentences: Record<StudyStep, string> = {
  begin: 'Your courses have been open for a few days. The first lesson takes about a quarter of an hour.',
  'idle-14': 'You have not studied for two weeks. Everything you did is kept; you go on where you stopped.',
  'idle-45': 'You have not studied for some weeks. Everything you did is kept. This is the last time we remind you.',
};

export function studyLetter({ name, email, step, key, courseSlug, title, begun }: StudyDue): Letter {
  return {
    ...{ to: { name, email }, kind: `study-${step}`, topic: 'study', dedupeKey: key },
    subject: begun ? `Go on with ${title}` : `Begin with ${title}`,
    parts: [
      greeting(name),
      sentences[step],
      { button: { label: begun ? 'Go on' : 'Begin', path: `/courses/${courseSlug}` } },
    ],
  };
}

export function endingLetter({ name, email, key, titles, endsAt }: EndingDue): Letter {
  const one = titles.length === 1;
  return {
    ...{ to: { name, email }, kind: 'access-ending', topic: 'deadlines', dedupeKey: key },
    subject: one ? `Your access to ${titles[0]} ends soon` : `Your access to ${titles.length} courses ends soon`,
    parts: [
      greeting(name),
      `Your access ends on ${formatInstant(endsAt)}. What you complete before then stays completed.`,
      { list: titles },
      { button: { label: 'My learning', path: '/learning' } },
    ],
  };
}

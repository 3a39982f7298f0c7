import { formatInstant } from '../../shared/index.js';
import type { Definition } from '../../web/index.js';
import { attemptsUsed, nextAttemptAt } from '../attempts/may-start.js';
import { secondsFor } from '../attempts/time-left.js';
import type { OpenedQuiz } from '../open-quiz.js';
import { count, reviewText } from './words.js';

type Rules = Pick<OpenedQuiz, 'quiz' | 'attempts' | 'accommodation' | 'panelPercent'>;

/** What holds for the next attempt, in plain words. */
export function rulesOf(rules: Rules): Definition[] {
  const { quiz } = rules;
  const items: [string, string | undefined][] = [
    ['Questions', `${quiz.draw}, drawn for each attempt`],
    ['Time', timeText(rules)],
    ['Open', windowText(quiz)],
    ['To pass', passText(rules)],
    ['Attempts', attemptsText(rules)],
    ['After a failed attempt', waitText(quiz)],
    ['Next attempt', nextText(rules)],
    ['While you answer', quiz.review.during.length > 0 ? 'You can check each answer and see why at once' : undefined],
    ['Afterwards you see', reviewText(quiz.review.after)],
    ['Arranged for you', arranged(rules)],
  ];
  return items.flatMap(([term, text]) => (text === undefined ? [] : [{ term, detail: <span safe>{text}</span> }]));
}

function timeText({ quiz: { minutes }, accommodation }: Rules): string {
  if (minutes === null) return 'No time limit';
  const own = Math.floor(secondsFor(minutes, accommodation) / 60);
  return `${count(own, 'minute')} from the moment you start`;
}

function arranged({ quiz: { minutes }, accommodation }: Rules): string | undefined {
  const { breakMinutes } = accommodation;
  const isLonger = minutes !== null && secondsFor(minutes, accommodation) > minutes * 60;
  const parts = [
    ...(isLonger ? [`the time above instead of ${count(minutes, 'minute')}`] : []),
    ...(breakMinutes > 0 ? [`breaks of ${count(breakMinutes, 'minute')} in all, with the clock standing still`] : []),
  ];
  return parts.length > 0 ? new Intl.ListFormat('en').format(parts) : undefined;
}

function windowText({ opensAt, closesAt }: Rules['quiz']): string | undefined {
  const parts = [
    ...(opensAt ? [`from ${formatInstant(opensAt)}`] : []),
    ...(closesAt ? [`until ${formatInstant(closesAt)}`] : []),
  ];
  return parts.length > 0 ? parts.join(' ') : undefined;
}

function passText({ quiz: { kind, passPercent, hasCritical }, panelPercent }: Rules): string {
  if (kind === 'practice') return 'Practice is done when you hand it in';
  const critical = '. Some questions are critical for safety: a wrong answer to one of them fails the attempt';
  const share =
    panelPercent === null
      ? `${passPercent}% of the marks`
      : `About ${panelPercent}% of the marks. A panel of experts rated every question; your paper shows its own pass mark`;
  return `${share}${hasCritical ? critical : ''}`;
}

function attemptsText({ quiz, attempts }: Rules): string {
  if (quiz.attempts === null) return 'As many as you like';
  return `${quiz.attempts}, of which ${Math.max(quiz.attempts - attemptsUsed(attempts), 0)} left`;
}

function waitText({ coolDownHours }: Rules['quiz']): string | undefined {
  if (coolDownHours.length === 0) return undefined;
  const waits = coolDownHours.map((hours) =>
    hours % 24 === 0 && hours > 0 ? count(hours / 24, 'day') : count(hours, 'hour'),
  );
  if (waits.length === 1) return `Wait ${waits[0]!} before the next`;
  return `Wait ${waits[0]!} after the first, then ${waits.slice(1).join(', then ')}`;
}

/** Only while there is something to wait for. */
function nextText({ quiz, attempts }: Rules): string | undefined {
  const next = nextAttemptAt(quiz, attempts);
  const isLast = quiz.attempts !== null && attemptsUsed(attempts) >= quiz.attempts;
  return next && next > quiz.now && !isLast ? `Possible from ${formatInstant(next)}` : undefined;
}

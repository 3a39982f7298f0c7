import type { Evidence } from '../certifications/evidence.js';
import type { RequirementState } from '../certifications/progress.js';
import type { Requirements } from '../certifications/requirements.js';
import { inHours } from './hours-words.js';

/** Hours a profession must show: its own number, or the one for all. Of several licences the least counts. */
export function hoursAsked({ hours, byProfession }: Requirements['renewal'], professions: string[]): number {
  const own = professions.map((profession) => byProfession[profession] ?? hours);
  return own.length > 0 ? Math.min(...own) : hours;
}

/** The total and the least in each category, each as a requirement of its own. */
export function hoursOf(
  renewal: Requirements['renewal'],
  { hours, licences }: { hours: Evidence['hours']; licences: { profession: string }[] },
): RequirementState[] {
  const held = licences.map(({ profession }) => profession);
  const total = Object.values(hours).reduce((sum, minutes) => sum + minutes, 0);
  const line = (title: string, minutes: number, asked: number): RequirementState => ({
    kind: 'hours',
    title,
    met: minutes >= asked * 60,
    says: `${inHours(minutes)} of ${asked} hours accepted.`,
    href: '/certification-hours',
  });
  return [
    line('Continuing education', total, hoursAsked(renewal, held)),
    ...Object.entries(renewal.categories).map(([category, asked]) =>
      line(`Of which ${category.replaceAll('-', ' ')}`, hours[category] ?? 0, asked),
    ),
  ];
}

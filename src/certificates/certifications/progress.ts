import { formatDate } from '../../shared/index.js';
import type { ApplicationKind } from '../applications/next-cycle.js';
import { hoursOf } from '../renewal/hours-progress.js';
import type { Evidence } from './evidence.js';
import { professionName } from './profession-name.js';
import type { Certification, Requirements } from './requirements.js';

export type RequirementKind =
  'course' | 'exam' | 'licence' | 'practice' | 'hours' | 'standing' | 'recall' | 'evaluation';

/** One requirement and how far it is met. */
export interface RequirementState {
  kind: RequirementKind;
  /** What it is called: a course, an exam, a procedure. */
  title: string;
  met: boolean;
  /** What met it, or exactly what is missing. */
  says: string;
  /** Where to go on. */
  href: string;
}

/** Every requirement with its state, in the order in which people usually meet them. */
export function progressOf(
  { slug, requirements: asked }: Pick<Certification, 'slug' | 'requirements'>,
  kind: ApplicationKind,
  evidence: Evidence,
): RequirementState[] {
  return [
    ...(kind === 'initial' ? learnt(asked, evidence) : []),
    licence(asked, evidence),
    ...(evidence.suspended ? [suspension] : []),
    ...(evidence.recalls ?? []).map(correction),
    ...(kind === 'initial' ? practised(asked, evidence) : hoursOf(asked.renewal, evidence)),
    ...(asked.evaluation ? [evaluation(slug, evidence)] : []),
  ];
}

export const allMet = (states: readonly { met: boolean }[]): boolean => states.every(({ met }) => met);

const learnt = ({ examMonths }: Requirements, { courses, exams }: Evidence): RequirementState[] => [
  ...courses.map(({ slug, title, completed }) => ({
    kind: 'course' as const,
    title,
    met: completed !== null,
    says: completed
      ? `Completed on ${day(completed.completedOn)}, edition ${completed.edition}.`
      : 'Not completed yet.',
    href: `/courses/${slug}`,
  })),
  ...exams.map(({ slug, title, passed }) => ({
    kind: 'exam' as const,
    title,
    met: passed !== null,
    says: passed ? `Passed on ${day(passed.passedOn)}.` : notPassed(examMonths),
    href: `/quizzes/${slug}`,
  })),
];

const practised = (asked: Requirements, { practice }: Evidence): RequirementState[] =>
  asked.practice.map(({ procedure, count }) => {
    const { title, signed } = practice.find((one) => one.procedure === procedure) ?? { title: procedure, signed: 0 };
    const says = `${Math.min(signed, count)} of ${count} signed by a preceptor.`;
    return { kind: 'practice', title, met: signed >= count, says, href: '/logbook' };
  });

/** A calendar day as people write it. */
const day = (iso: string): string => formatDate(new Date(iso));

const suspension: RequirementState = {
  kind: 'standing',
  title: 'Suspension',
  met: false,
  says: 'Your certificate is suspended. It can be renewed when the suspension has ended.',
  href: '/certificates',
};

const correction = ({ id, lesson }: { id: string; lesson: string }): RequirementState => ({
  kind: 'recall',
  title: `Safety correction: ${lesson}`,
  met: false,
  says: 'This lesson taught something wrong. Read the correction and confirm it.',
  href: `/recalls/${id}`,
});

const notPassed = (months?: number) => (months ? `Not passed in the last ${months} months.` : 'Not passed yet.');

function licence({ professions }: Requirements, { licences }: Evidence): RequirementState {
  const fitting = licences.find(({ profession }) => professions.includes(profession));
  const says = fitting
    ? `${professionName(fitting.profession)}, ${fitting.jurisdiction}, until ${day(fitting.expiresOn)}; checked on ${day(fitting.checkedOn)}.`
    : `No reviewed licence that stands. One of these is needed: ${professions.map(professionName).join(', ')}.`;
  return { kind: 'licence', title: 'Professional licence', met: Boolean(fitting), says, href: '/account/licences' };
}

function evaluation(slug: string, { evaluatedOn }: Evidence): RequirementState {
  return {
    kind: 'evaluation',
    title: 'Evaluation of the programme',
    met: evaluatedOn !== null,
    says: evaluatedOn ? `Given on ${day(evaluatedOn)}.` : 'Not given yet. It takes about three minutes.',
    href: `/certifications/${slug}/evaluation`,
  };
}

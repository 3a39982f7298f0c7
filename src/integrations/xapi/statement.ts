import { v5 } from 'uuid';

/** Of our own, so that a fact has one statement wherever and however often it is turned into one. */
const namespace = 'b6f1e0a2-4a0e-5c1d-9c67-2f6a3d1f8e55';

/** Ids of xAPI are UUIDs as RFC 4122 knows them: ours are of a later kind, so they are made over. */
export const xapiId = (ours: string): string => v5(ours, namespace);

const adl = 'http://adlnet.gov/expapi';

/** Verbs of ADL; it has none for a certificate, so that one is of the registry that grew out of it. */
export const verbs = {
  registered: { id: `${adl}/verbs/registered`, display: { en: 'registered' } },
  completed: { id: `${adl}/verbs/completed`, display: { en: 'completed' } },
  passed: { id: `${adl}/verbs/passed`, display: { en: 'passed' } },
  failed: { id: `${adl}/verbs/failed`, display: { en: 'failed' } },
  earned: { id: 'http://id.tincanapi.com/verb/earned', display: { en: 'earned' } },
} as const;

const types = {
  course: `${adl}/activities/course`,
  lesson: `${adl}/activities/lesson`,
  quiz: `${adl}/activities/assessment`,
  certificate: 'http://www.opigno.org/en/tincan_registry/activity_type/certificate',
} as const;

export interface Thing {
  kind: keyof typeof types;
  /** Its page, without the address of the site. */
  path: string;
  title: string;
}

export interface Happened {
  factId: string;
  personId: string;
  at: Date;
  verb: keyof typeof verbs;
  thing: Thing;
  /** What it is a part of. */
  within?: Thing;
  enrollmentId?: string;
  result?: { completion?: boolean; success?: boolean; score?: { awarded: number; possible: number } };
}

/** What happened as a statement of xAPI 1.0.3. The learner is an account number: no name, no address. */
export function statementOf(
  baseUrl: string,
  { factId, personId, at, verb, thing, within, enrollmentId, result }: Happened,
) {
  const activity = ({ kind, path, title }: Thing) => ({
    objectType: 'Activity',
    id: baseUrl + path,
    definition: { type: types[kind], name: { en: title } },
  });
  return {
    id: xapiId(factId),
    actor: { objectType: 'Agent', account: { homePage: baseUrl, name: personId } },
    verb: verbs[verb],
    object: activity(thing),
    ...(result && { result: { ...result, ...(result.score && { score: scoreOf(result.score) }) } }),
    context: {
      platform: 'Glabella',
      language: 'en',
      ...(enrollmentId && { registration: xapiId(enrollmentId) }),
      ...(within && { contextActivities: { parent: [activity(within)] } }),
    },
    timestamp: at.toISOString(),
  };
}

const scoreOf = ({ awarded, possible }: { awarded: number; possible: number }) => ({
  scaled: Math.round((awarded / possible) * 10_000) / 10_000,
  raw: awarded,
  min: 0,
  max: possible,
});

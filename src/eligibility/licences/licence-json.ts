import type { z } from 'zod';
import type { Licence, LicenceStory } from './licence.queries.js';
import type { licenceJson, licenceStoryJson } from './licence.schemas.js';

/** A licence as the API shows it. */
export const toLicenceJson = (licence: Licence): z.infer<typeof licenceJson> => ({
  id: licence.id,
  profession: licence.profession,
  jurisdiction: licence.jurisdiction,
  number: licence.number,
  holderName: licence.holderName,
  npi: licence.npi,
  expiresOn: licence.expiresOn,
  status: licence.status,
  checkedOn: licence.checkedOn,
});

/** With what happened to it and its papers, whose content is never part of it. */
export const toStoryJson = (story: LicenceStory): z.infer<typeof licenceStoryJson> => ({
  ...toLicenceJson(story),
  events: story.events.map(({ kind, at, note }) => ({ kind, at: at.toISOString(), note })),
  papers: story.papers.map(({ sentAt, deletedAt, ...paper }) => ({
    ...paper,
    sentAt: sentAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
  })),
});

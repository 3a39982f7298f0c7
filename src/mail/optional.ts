import type { Part } from './letter.js';
import { type Topic, topicWords } from './topics.js';

/** What an optional mail is about, and where it is stopped without signing in. */
export interface Optional {
  topic: Topic;
  stopPath: string;
}

/** How such a mail ends. */
export const stopParts = ({ topic, stopPath }: Optional): Part[] => [
  `You get this mail because of your choices: ${topicWords[topic].title}.`,
  { link: { label: 'Stop these mails', path: stopPath } },
  { link: { label: 'Choose what you get, and when', path: '/account/mail' } },
];

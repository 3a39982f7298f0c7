import type { Letter } from '../../mail/index.js';
import { daysOfFailure } from './retry-times.js';

const reasons = {
  failing: `It has taken no message for ${daysOfFailure} days.`,
  gone: 'It answered that it is gone for good (410).',
};

export const closedMail = (
  endpointId: string,
  url: string,
  because: keyof typeof reasons,
): Pick<Letter, 'kind' | 'subject' | 'parts'> => ({
  kind: 'webhook-closed',
  subject: 'A webhook was closed',
  parts: [
    `Messages to ${new URL(url).host} are not sent any more. ${reasons[because]}`,
    'When it works again, open it: what waited then goes out, and what failed can be replayed.',
    { button: { path: `/admin/webhooks/${endpointId}`, label: 'See the webhook' } },
  ],
});

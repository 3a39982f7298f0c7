import PostalMime from 'postal-mime';
import { type Delivery, isOfAddress, lineOf, statusIn } from './outcome.js';

/** A report about one of our mails. */
export interface Report extends Delivery {
  mailId: string;
}

const ours = /^message-id:\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/im;

/**
 * Reads what mail systems send when a mail did not arrive (RFC 3464) or was called spam (RFC 5965).
 * @returns undefined when it is neither, or does not carry back the head of a mail with an id of ours
 */
export async function readReport(raw: Buffer): Promise<Report | undefined> {
  const { attachments } = await PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' });
  const part = (type: RegExp) => attachments.find(({ mimeType }) => type.test(mimeType))?.content as string | undefined;
  const mailId = ours.exec(part(/^message\/rfc822$|^text\/rfc822-headers$/) ?? '')?.[1];
  if (!mailId) return undefined;
  const complaint = part(/^message\/feedback-report$/);
  if (complaint) return { mailId, outcome: 'complained', status: null, detail: field(complaint, 'feedback-type') };
  const status = part(/^message\/delivery-status$/);
  return status ? delivered(mailId, status) : undefined;
}

function delivered(mailId: string, report: string): Report | undefined {
  const action = field(report, 'action').toLowerCase();
  const status = statusIn(field(report, 'status'));
  const detail = lineOf(field(report, 'diagnostic-code'));
  if (action === 'delayed') return { mailId, outcome: 'deferred', status, detail };
  if (action !== 'failed') return undefined;
  return { mailId, outcome: isOfAddress(status) ? 'bounced' : 'rejected', status, detail };
}

/** The value of a field, folded lines put together. */
function field(text: string, name: string): string {
  const unfolded = text.replace(/\r?\n[ \t]+/g, ' ');
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
}

/** What is told, and when. */
export const events = {
  'enrollment.granted': 'somebody got access to a course (once for each reason that gives it)',
  'course.completed': 'somebody completed a course',
  'certificate.issued': 'a certificate was issued',
  'certificate.revoked': 'a certificate was revoked',
} as const;

export type WebhookEvent = keyof typeof events;

export const eventNames = Object.keys(events) as [WebhookEvent, ...WebhookEvent[]];

/** Sent when an admin asks for it, to one endpoint, whatever it listens to. */
export const testEvent = 'endpoint.tested';

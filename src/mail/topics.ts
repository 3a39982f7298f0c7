/** What a mail can be about that nobody needs in order to use what they bought. Without a topic it is always sent. */
export const topics = ['study', 'deadlines', 'discussion', 'news'] as const;
export type Topic = (typeof topics)[number];

interface TopicWords {
  title: string;
  says: string;
  /** Whether it is sent to somebody who never chose. */
  isSentUnasked: boolean;
}

export const topicWords: Record<Topic, TopicWords> = {
  study: {
    title: 'Study reminders',
    says: 'When you have not begun a course, or paused for long.',
    isSentUnasked: true,
  },
  deadlines: {
    title: 'Deadlines',
    says: 'Before access, a licence or a certification ends. Without these mails only the pages tell you.',
    isSentUnasked: true,
  },
  discussion: { title: 'Discussions', says: 'When somebody answers what you wrote.', isSentUnasked: true },
  news: { title: 'News', says: 'New courses and articles, a few times a year.', isSentUnasked: false },
};

interface Words {
  delivery: string;
  news: string;
}

/** What people are told when they give their address. Never edit a version: what was shown is what is recorded. */
const versions: Words[] = [
  {
    delivery:
      'We use this address once, to send you the link to the book. When you have confirmed it, the address itself is forgotten; what we keep is its fingerprint (a hash), with the day and these words.',
    news: 'Also send me news: new courses and articles, a few times a year. For these we keep the address; every such mail can be stopped with one click.',
  },
];

export const currentVersion = versions.length;

/** The words of a version, counted from 1. */
export const consentWords = (version = currentVersion): Words => versions[version - 1]!;

import type { Letter } from '../../mail/index.js';

type AccountMail = Pick<Letter, 'kind' | 'subject' | 'parts'>;

interface Told {
  kind: string;
  subject: string;
  sentences: string[];
  link: { path: string; label: string };
  end?: string;
}

/** Nothing in these mails was typed by whoever asked for them, so they greet nobody by name. */
const letter = ({ kind, subject, sentences, link, end }: Told): AccountMail => ({
  ...{ kind, subject },
  parts: [...sentences, { button: link }, ...(end ? [end] : [])],
});

export const confirmMail = (token: string) =>
  letter({
    kind: 'confirm-email',
    subject: 'Confirm your e-mail address',
    sentences: [
      'Somebody, we hope you, used this address to create an account at Glabella. Please confirm that it is yours.',
    ],
    link: { path: `/confirm/${token}`, label: 'Confirm my address' },
    end: 'The link works once, for three days. If it was not you, do nothing: without your confirmation the address stays unconfirmed.',
  });

export const knownAddressMail = (token: string) =>
  letter({
    kind: 'known-address',
    subject: 'You already have an account',
    sentences: [
      'Somebody, perhaps you, tried to create an account at Glabella with this address. You already have one, and nothing about it has changed.',
      'If it was you and you have forgotten your password, set a new one.',
    ],
    link: { path: `/reset-password/${token}`, label: 'Set a new password' },
    end: 'The link works once, for 30 minutes. If it was not you, you need not do anything.',
  });

export const resetMail = (token: string) =>
  letter({
    kind: 'reset-password',
    subject: 'Set a new password',
    sentences: ['Somebody, we hope you, asked to set a new password for your account at Glabella.'],
    link: { path: `/reset-password/${token}`, label: 'Set a new password' },
    end: 'The link works once, for 30 minutes. If it was not you, do nothing: your password stays as it is.',
  });

export const passwordChangedMail = () =>
  letter({
    kind: 'password-changed',
    subject: 'Your password was changed',
    sentences: [
      'The password of your account at Glabella was changed just now, and every other place where you were signed in was signed out. Tokens that you had made have ended.',
      'If it was you, all is well. If it was not, set a new password at once.',
    ],
    link: { path: '/forgot-password', label: 'Set a new password' },
  });

export const erasureMail = (day: string) =>
  letter({
    kind: 'erasure-asked',
    subject: 'Your account is going to be erased',
    sentences: [
      `Somebody, we hope you, asked to erase your account at Glabella. It is done on ${day}, and nobody can bring it back after that. You will get no other mail about it.`,
      'Certificates that you hold can still be verified afterwards, with the name that is printed on them.',
    ],
    link: { path: '/account/erasure', label: 'See what goes and what stays, or keep the account' },
    end: 'If it was not you, keep the account there and set a new password.',
  });

export const tokenMadeMail = (beginsWith: string) =>
  letter({
    kind: 'token-made',
    subject: 'A token for your account was made',
    sentences: [
      `A token that begins with ${beginsWith} was made for your account at Glabella just now. A program that has it can act for you, within what was chosen for it.`,
      'If it was you, all is well. If it was not, end it and set a new password at once.',
    ],
    link: { path: '/account/tokens', label: 'See your tokens' },
  });

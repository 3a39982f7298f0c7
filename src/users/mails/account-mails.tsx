import { MailButton, type OutgoingMail } from '../../mail/index.js';

type AccountMail = Pick<OutgoingMail, 'kind' | 'subject' | 'body' | 'text'>;

interface Letter {
  kind: string;
  subject: string;
  sentences: string[];
  link?: { href: string; label: string };
  end?: string;
}

/** The same sentences as markup and as plain text. Nothing in them was typed by whoever asked for the mail. */
function letter({ kind, subject, sentences, link, end }: Letter): AccountMail {
  const text = [...sentences, ...(link ? [`${link.label}: ${link.href}`] : []), ...(end ? [end] : [])].join('\n\n');
  const body = (
    <>
      {sentences.map((sentence) => (
        <p safe>{sentence}</p>
      ))}
      {link ? (
        <MailButton href={link.href}>
          <span safe>{link.label}</span>
        </MailButton>
      ) : (
        ''
      )}
      {end ? <p safe>{end}</p> : ''}
    </>
  );
  return { kind, subject, body, text };
}

export const confirmMail = (href: string) =>
  letter({
    kind: 'confirm-email',
    subject: 'Confirm your e-mail address',
    sentences: [
      'Somebody, we hope you, used this address to create an account at Glabella. Please confirm that it is yours.',
    ],
    link: { href, label: 'Confirm my address' },
    end: 'The link works once, for three days. If it was not you, do nothing: without your confirmation the address stays unconfirmed.',
  });

export const knownAddressMail = (href: string) =>
  letter({
    kind: 'known-address',
    subject: 'You already have an account',
    sentences: [
      'Somebody, perhaps you, tried to create an account at Glabella with this address. You already have one, and nothing about it has changed.',
      'If it was you and you have forgotten your password, set a new one.',
    ],
    link: { href, label: 'Set a new password' },
    end: 'The link works once, for 30 minutes. If it was not you, you need not do anything.',
  });

export const resetMail = (href: string) =>
  letter({
    kind: 'reset-password',
    subject: 'Set a new password',
    sentences: ['Somebody, we hope you, asked to set a new password for your account at Glabella.'],
    link: { href, label: 'Set a new password' },
    end: 'The link works once, for 30 minutes. If it was not you, do nothing: your password stays as it is.',
  });

export const passwordChangedMail = (href: string) =>
  letter({
    kind: 'password-changed',
    subject: 'Your password was changed',
    sentences: [
      'The password of your account at Glabella was changed just now, and every other place where you were signed in was signed out.',
      'If it was you, all is well. If it was not, set a new password at once.',
    ],
    link: { href, label: 'Set a new password' },
  });

export const erasureMail = (href: string, day: string) =>
  letter({
    kind: 'erasure-asked',
    subject: 'Your account is going to be erased',
    sentences: [
      `Somebody, we hope you, asked to erase your account at Glabella. It is done on ${day}, and nobody can bring it back after that. You will get no other mail about it.`,
      'Certificates that you hold can still be verified afterwards, with the name that is printed on them.',
    ],
    link: { href, label: 'See what goes and what stays, or keep the account' },
    end: 'If it was not you, keep the account there and set a new password.',
  });

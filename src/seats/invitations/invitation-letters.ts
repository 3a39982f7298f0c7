import type { Lot } from '../lots/lock-lot.js';

interface InvitationLetter {
  subject: string;
  sentences: string[];
  link: { label: string };
  end: string;
}

export function giftLetter({ ownerName, title }: Lot, isReminder: boolean): InvitationLetter {
  return {
    subject: isReminder ? `Your gift from ${ownerName} is still waiting` : `${ownerName} sent you a gift`,
    sentences: [
      `${ownerName} gives you ${title} at Glabella, courses for practitioners of aesthetic medicine.`,
      ...(isReminder ? ['You have not accepted it yet. It stays yours: a gift does not run out.'] : []),
    ],
    link: { label: 'See your gift' },
    end: 'Whoever has this link can accept it once, so keep it to yourself. If you do not want the gift, do nothing.',
  };
}

export function clinicLetter({ clinicName, title }: Lot, isReminder: boolean): InvitationLetter {
  return {
    subject: isReminder ? `Your seat from ${clinicName} is still waiting` : `${clinicName} has a seat for you`,
    sentences: [
      `${clinicName} gives you a seat in ${title} at Glabella.`,
      'Before you accept, the page behind the link says what the clinic will see of your study.',
    ],
    link: { label: 'See your seat' },
    end: 'Whoever has this link can accept it once, so keep it to yourself. If you do not want the seat, do nothing.',
  };
}

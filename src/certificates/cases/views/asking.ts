import { answerDays, appealDays } from '../case.js';
import type { Asking } from './open-case.js';

const answered = `You get an answer within ${answerDays} days.`;

export const appealAsking = (action: string): Asking => ({
  title: 'Appeal',
  lead: `People who had no part in the decision look at it again. You can appeal within ${appealDays} days. ${answered}`,
  action,
  label: 'Why should the decision be changed?',
  help: 'Say what was overlooked or wrong. Name no patients.',
  button: 'Send the appeal',
});

export const complaintAsking = (number: string): Asking => ({
  title: 'Complain about a certificate holder',
  lead: `About the holder of ${number}. People who neither taught nor certified them look at it. The holder is not told who complained. In an emergency, call the emergency services; about harm to a patient, tell the licensing board too.`,
  action: `/verify/${number}/complaint`,
  label: 'What happened?',
  help: 'Say when and where. Name no patients.',
  button: 'Send the complaint',
  fields: [
    {
      name: 'contact',
      label: 'Your e-mail address',
      help: `Only for the answer. ${answered}`,
      type: 'email',
      required: false,
    },
  ],
});

export const nameAsking = (number: string): Asking => ({
  title: 'Another name on your certificate',
  lead: `A certificate never changes: one with the new name takes the place of ${number}, which then says so. ${answered}`,
  action: `/certificates/${number}/name`,
  label: 'Why does it change?',
  help: 'Say which document shows the new name, for example the licence, and when it was issued. Send no copies here.',
  button: 'Ask for the new name',
  fields: [{ name: 'wanted', label: 'The name as it should stand', help: 'As on your licence.' }],
});

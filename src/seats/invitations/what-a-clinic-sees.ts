/** Said before a seat is accepted, and kept: the clinic's pages show this and nothing more. */
export const clinicSees = [
  'your name, and the e-mail address it wrote to',
  'how far you are in each course of the seat, and the day you complete it',
  'whether you earned a certificate in it',
];

export const clinicNeverSees = [
  'your answers and scores',
  'what else you study here',
  'the e-mail address of your account, if it is another one',
];

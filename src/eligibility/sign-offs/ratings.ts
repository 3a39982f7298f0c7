/** How much the learner needed of the preceptor, from 1 to 5. */
export const ratings = [
  { value: '1', label: '1', help: 'I did it myself' },
  { value: '2', label: '2', help: 'I talked them through it' },
  { value: '3', label: '3', help: 'I prompted now and then' },
  { value: '4', label: '4', help: 'I only watched' },
  { value: '5', label: '5', help: 'They could have been alone' },
] as const;

/** How much the learner needed of the preceptor, from 1 to 5. */
export const ratings = [
  { value: '1', label: '1', help: 'I did it' },
  { value: '2', label: '2', help: 'Talked through' },
  { value: '3', label: '3', help: 'Prompted' },
  { value: '4', label: '4', help: 'Watched' },
  { value: '5', label: '5', help: 'Alone' },
] as const;

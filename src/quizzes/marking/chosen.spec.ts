import { chosen } from './chosen.js';

const slots = [
  { id: '1f', part: 'vein' },
  { id: '2e', part: 'artery' },
];

it.each([
  ['an option by its author’s name', { option: '1f' }, ['vein']],
  ['several options in one order', { options: ['1f', '2e'] }, ['artery', 'vein']],
  ['a number with its unit', { value: '2.5', unit: 'mL' }, ['2.5 mL']],
  ['true or false as a word', { value: false }, ['false']],
  ['no more than a line', { value: 'x'.repeat(300) }, ['x'.repeat(100)]],
  ['nothing where nothing was answered', null, []],
  ['not an essay', { text: 'Long' }, null],
  ['not points on a picture', { points: [{ x: 1, y: 2 }] }, null],
])('keeps of an answer %s', (_what, response, expected) => {
  expect(chosen(response, slots)).toEqual(expected);
});

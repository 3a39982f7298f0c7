import { Choices } from './choices.js';
import { optionShares } from './option-shares.js';

const options = [
  { id: 'right', text: 'Four units', correct: true },
  { id: 'wrong', text: 'Forty units', correct: false },
  { id: 'unseen', text: 'None', correct: false },
];

describe('options by score group', () => {
  it('are shares of each group, so that an outer group and the middle can be compared', () => {
    const choices = new Choices();
    const [wrong, right] = [choices.code(['wrong']), choices.code(['right'])];
    // The lower 54 of 200 were wrong, everybody else right.
    const codes = Int32Array.from({ length: 200 }, (_none, at) => (at < 54 ? wrong : right));
    const shares = optionShares({ n: 200, options, choices: choices.table(codes) });
    expect(shares.map(({ letter, percents }) => [letter, ...percents])).toEqual([
      ['A', 0, 100, 100],
      ['B', 100, 0, 0],
      ['C', 0, 0, 0],
    ]);
  });

  it('stand at zero while there are no answers at all', () => {
    expect(optionShares({ n: 0, options, choices: [] }).flatMap(({ percents }) => percents)).toEqual(Array(9).fill(0));
  });
});

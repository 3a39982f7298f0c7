import { passesLuhn } from '../page/read-attempt.js';
import { cardByLast4, cardByNumber, last4Of, testCards } from './test-cards.js';

describe('the test cards', () => {
  it.each(testCards.map((card) => card.number))('%s is a valid number with its own last digits', (number) => {
    expect(passesLuhn(number)).toBe(true);
    expect(cardByLast4(last4Of(cardByNumber(number)!))!.number).toBe(number);
  });

  it('are found with spaces or dashes, and never by another number', () => {
    expect(cardByNumber('4242 4242-4242 4242')!.brand).toBe('visa');
    expect(cardByNumber('4242424242424241')).toBeUndefined();
  });
});

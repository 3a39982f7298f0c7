import { standingOf } from './dispute-standing.js';

describe('the standing of a dispute', () => {
  it.each([
    ['needs_response', true, 'open'],
    ['under_review', true, 'open'],
    ['won', false, 'won'],
    ['lost', true, 'lost'],
    ['warning_needs_response', false, 'inquiry'],
    ['warning_closed', false, 'won'],
    ['prevented', false, 'won'],
    ['appeal_needs_response', true, 'lost'],
    ['appeal_under_review', false, 'inquiry'],
    ['a_status_of_next_year', true, 'open'],
    ['a_status_of_next_year', false, 'inquiry'],
  ] as const)('%s, money taken: %s, is %s', (status, moneyTaken, standing) => {
    expect(standingOf({ status, moneyTaken })).toBe(standing);
  });
});

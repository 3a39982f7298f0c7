import { previewPicks } from './preview-picks.js';

const at = (text: string) => new Date(`2026-12-${text}Z`);
const offer = (from: string, until: string, name: string) => ({
  ...{ id: name, name, amount: 1, startsAt: at(from), endsAt: at(until) },
});
const picks = (now: string) =>
  previewPicks({ offers: [offer('01T09:00', '08T09:00', 'First'), offer('20T09:00', '22T09:00', 'Second')] }, at(now));

it('before an offer: its start, its last minute and its end', () => {
  expect(picks('01T00:00')).toEqual([
    { label: 'Now' },
    { label: 'When “First” starts', at: at('01T09:00') },
    { label: 'One minute before it ends', at: at('08T08:59') },
    { label: 'When it has ended', at: at('08T09:00') },
  ]);
});

it('while one runs, no start; at its very end, the next one; after all, only now', () => {
  expect(picks('08T08:59').map(({ label }) => label)).not.toContain('When “First” starts');
  expect(picks('08T09:00')[1]).toEqual({ label: 'When “Second” starts', at: at('20T09:00') });
  expect(picks('22T09:00')).toEqual([{ label: 'Now' }]);
});

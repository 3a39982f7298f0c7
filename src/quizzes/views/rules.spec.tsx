import type { OpenedQuiz } from '../open-quiz.js';
import { rulesOf } from './rules.js';

const now = new Date('2030-05-01T12:00:00Z');
const quiz = {
  ...{ kind: 'exam', draw: 10, minutes: 20, attempts: 3, passPercent: 80, coolDownHours: [24, 72], hasCritical: true },
  ...{ review: { during: [], after: ['score'] }, opensAt: null, closesAt: null, now },
} as unknown as OpenedQuiz['quiz'];
const none = { multiplier: 1, extraMinutes: 0, breakMinutes: 0 };
const failed = { status: 'submitted', finishedAt: now, passed: false, voided: false, voidCounts: null };
const words = async (
  more: Partial<OpenedQuiz['quiz']> = {},
  attempts: object[] = [],
  accommodation = none,
  panelPercent: number | null = null,
) => {
  const rules = rulesOf({
    ...{ quiz: { ...quiz, ...more }, attempts: attempts as OpenedQuiz['attempts'], accommodation, panelPercent },
  });
  const said = await Promise.all(rules.map(async ({ term, detail }) => [term, String(await detail)] as const));
  return Object.fromEntries(said.map(([term, detail]) => [term, detail.replace(/<[^>]*>/g, '')]));
};

describe('the rules on the first page of a quiz', () => {
  it('say what passes, and that a critical question alone may fail', async () => {
    expect(await words()).toMatchObject({
      Questions: '10, drawn for each attempt',
      Time: '20 minutes from the moment you start',
      'To pass': expect.stringMatching(/^80% of the marks. Some questions are critical/),
      Attempts: '3, of which 3 left',
      'After a failed attempt': 'Wait 1 day after the first, then 3 days',
      'Afterwards you see': 'Your score',
    });
    expect((await words({ hasCritical: false }))['To pass']).toBe('80% of the marks');
    expect((await words({ minutes: null }))['Time']).toBe('No time limit');
  });

  it("say the panel's cut where a panel set one, and not the quiz's own percentage", async () => {
    const said = (await words({}, [], none, 72.4))['To pass']!;
    expect(said).toMatch(/^About 72.4% of the marks. A panel of experts/);
    expect(said).toContain('critical for safety');
    expect(said).not.toContain('80%');
  });

  it('say from when the next attempt is possible, while there is one to wait for', async () => {
    expect(await words({}, [failed])).toMatchObject({
      Attempts: '3, of which 2 left',
      'Next attempt': 'Possible from 2 May 2030, 12:00 UTC',
    });
    expect(await words({}, [failed, failed, failed])).not.toHaveProperty('Next attempt');
    expect(await words({ now: new Date('2030-05-03T00:00:00Z') }, [failed])).not.toHaveProperty('Next attempt');
  });

  it('give the time that was arranged for this person, and name it', async () => {
    const said = await words({}, [], { multiplier: 1.5, extraMinutes: 5, breakMinutes: 10 });
    expect(said['Time']).toBe('35 minutes from the moment you start');
    expect(said['Arranged for you']).toBe(
      'the time above instead of 20 minutes and breaks of 10 minutes in all, with the clock standing still',
    );
    expect(await words()).not.toHaveProperty('Arranged for you');
  });

  it('say when an exam is open, and that practice tells at once', async () => {
    const opensAt = new Date('2030-05-01T08:00:00Z');
    expect((await words({ opensAt }))['Open']).toBe('from 1 May 2030, 08:00 UTC');
    const practice = await words({
      kind: 'practice',
      review: { during: ['answers'], after: [], closed: [], certified: [] },
    });
    expect(practice).toMatchObject({
      'To pass': 'Practice is done when you hand it in',
      'While you answer': 'You can check each answer and see why at once',
    });
  });
});

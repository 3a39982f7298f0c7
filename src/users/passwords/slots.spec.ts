import { DomainError } from '../../shared/index.js';
import { Slots } from './slots.js';

describe('Slots', () => {
  it('never lets more than its width work at once, and lets everybody have a turn in order', async () => {
    const slots = new Slots(2, 20);
    let working = 0;
    let most = 0;
    const done: number[] = [];
    const job = (number: number) =>
      slots.run(async () => {
        most = Math.max(most, ++working);
        await new Promise((resolve) => setTimeout(resolve, 1));
        working -= 1;
        done.push(number);
      });
    await Promise.all(Array.from({ length: 12 }, (_, number) => job(number)));
    expect(most).toBe(2);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  it('refuses whoever finds the queue full, and works on afterwards', async () => {
    const slots = new Slots(1, 1);
    let finish = () => {};
    const first = slots.run(() => new Promise<void>((resolve) => (finish = resolve)));
    const second = slots.run(() => Promise.resolve('second'));
    await expect(slots.run(() => Promise.resolve())).rejects.toMatchObject({ code: 'busy', kind: 'unavailable' });
    finish();
    await first;
    expect(await second).toBe('second');
    expect(await slots.run(() => Promise.resolve('third'))).toBe('third');
  });

  it('frees the slot of work that failed', async () => {
    const slots = new Slots(1, 0);
    await expect(slots.run(() => Promise.reject(new DomainError('x', 'x', { kind: 'invalid' })))).rejects.toThrow('x');
    expect(await slots.run(() => Promise.resolve('again'))).toBe('again');
  });
});

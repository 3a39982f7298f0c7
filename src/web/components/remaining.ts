/** Time left, cut into what a countdown shows. Never below zero. */
export function remaining(endsAt: Date, now: Date): { days: number; clock: string } {
  const seconds = Math.max(0, Math.floor((endsAt.getTime() - now.getTime()) / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = [Math.floor((seconds % 86_400) / 3600), Math.floor((seconds % 3600) / 60), seconds % 60].map(two);
  return { days: Math.floor(seconds / 86_400), clock: clock.join(':') };
}

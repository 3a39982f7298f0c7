import { counted, language, t } from '../../web/index.js';

/** "45 minutes", "about 7 hours": rounded to half hours from an hour and a half on. */
export function studyTime(minutes: number): string {
  if (minutes < 90) return counted(minutes, '{count} minute', '{count} minutes');
  const halves = Math.round(minutes / 30);
  const hours = halves % 2 === 0 ? halves / 2 : `${(halves - 1) / 2}½`;
  return t('about {hours} hours', { hours: hours.toLocaleString(language()) });
}

import { formatDate, formatInstant, formatMoney, type Money } from '../../shared/index.js';
import { language, languages } from './language.js';

/** As people who read the page write it. */
export const moneyText = (of: Money): string => formatMoney(of, languages[language()].locale);
export const dayText = (at: Date, zone?: string): string => formatDate(at, zone, languages[language()].days);
export const instantText = (at: Date, zone?: string): string => formatInstant(at, zone, languages[language()].days);

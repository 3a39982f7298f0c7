export { dayText, instantText, moneyText } from './formats.js';
export { askedLanguage, directionOf, type Language, language, languages, speak, written } from './language.js';
export { isSpoken } from './spoken-paths.js';
export { counted, spoken, T, t } from './t.js';
export { languageCookie, useLanguage } from './use-language.js';

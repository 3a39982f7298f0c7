import { AsyncLocalStorage } from 'node:async_hooks';

export type Language = 'en' | 'es';

interface Written {
  /** As its speakers call it. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** How its readers write amounts and days. */
  locale: string;
  days: string;
}

/** Languages of the interface by their tag. */
export const languages: Record<Language, Written> = {
  en: { name: 'English', dir: 'ltr', locale: 'en-US', days: 'en-GB' },
  es: { name: 'Español', dir: 'ltr', locale: 'es-ES', days: 'es-ES' },
};

interface Speaking {
  /** Of the page. */
  language: Language;
  /** What the reader asked for: another one where the page is not translated. */
  asked: Language;
}

const speaking = new AsyncLocalStorage<Speaking>();

/** Everything in `work` speaks so; outside of it, in jobs and files, everything is English. */
export const speak = <T>(as: Speaking, work: () => T): T => speaking.run(as, work);

export const language = (): Language => speaking.getStore()?.language ?? 'en';
export const askedLanguage = (): Language => speaking.getStore()?.asked ?? 'en';

/** For `dir` of the document, where it is not as everywhere. */
export const directionOf = (): 'rtl' | undefined => (languages[language()].dir === 'rtl' ? 'rtl' : undefined);

/** For `lang` of what is written in the language of the content, where the page around it is in another. */
export const written = (): 'en' | undefined => (language() === 'en' ? undefined : 'en');

import { type Answer, type Question, type Stored } from './quiz-question.js';

export const clockTime = (at: string | null | undefined) => (at ? new Date(at) : new Date()).toLocaleTimeString();

/** Both answers are shown; nothing is overwritten until the learner decides. */
export function showConflict(question: Question, stored: Stored, decided: () => void): void {
  const mine = question.answer;
  question.isConflict = true;
  const box = element('div', 'question-conflict');
  box.setAttribute('role', 'alert');
  const at = stored.savedAt ? ` at ${clockTime(stored.savedAt)}` : '';
  const decide = (answer: Answer) => () => {
    box.remove();
    question.isConflict = false;
    question.settle(stored.rev, stored.response);
    question.answer = answer;
    question.box.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus();
    decided();
  };
  const words = `This answer was changed in another window. Saved there${at}: ${question.words(stored.response)}. Here: ${question.words(mine)}.`;
  box.append(
    element('p', '', words),
    button('Keep the one here', decide(mine)),
    button('Take the saved one', decide(stored.response)),
  );
  question.box.querySelector('.question-conflict')?.remove();
  question.box.querySelector('.question-error')!.before(box);
}

function element(tag: string, className: string, words = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = words;
  return made;
}

function button(words: string, act: () => void): HTMLElement {
  const made = element('button', 'button button-secondary button-small', words) as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

import { Icon } from '../../web/index.js';

export interface Verdict {
  look?: 'is-right' | 'is-wrong';
  icon?: string;
  word?: string;
}

/** What is said of one's own answer, or of the right one. `isRight` is unknown while the policy hides it. */
export function verdict(isChosen: boolean, isRight: boolean | undefined): Verdict {
  if (isRight === undefined) return isChosen ? { icon: 'circle-dot', word: 'Your answer' } : {};
  if (isChosen && isRight) return { look: 'is-right', icon: 'circle-check', word: 'Your answer, right' };
  if (isChosen) return { look: 'is-wrong', icon: 'circle-x', word: 'Your answer, wrong' };
  return isRight ? { look: 'is-right', icon: 'circle-check', word: 'Right answer' } : {};
}

export function MarkedOption({ text, verdict: { look, icon, word } }: { text: string; verdict: Verdict }): JSX.Element {
  return (
    <li class={['option', look]}>
      <span safe>{text}</span>
      {word ? (
        <span class="option-mark">
          <Icon name={icon!} size={18} /> <span safe>{word}</span>
        </span>
      ) : (
        ''
      )}
    </li>
  );
}

import type { Children } from '@kitajs/html';
import { fieldId, Icon } from '../../web/index.js';
import type { CandidateQuestion } from '../paper/candidate-question.js';
import { answerName, revName } from '../paper-form.js';
import type { Unsaved } from '../save-paper.js';
import { count, responseText } from './words.js';

interface QuestionProps {
  question: CandidateQuestion;
  position: number;
  total: number;
  unsaved?: Unsaved;
}

/** One question to answer, as a group of plain form controls. */
export function Question({ question, position, total, unsaved }: QuestionProps): JSX.Element {
  const { id, type, rev } = question;
  const invalid = unsaved?.invalid[id];
  const shown = invalid ? { ...question, response: invalid.typed as object | null } : question;
  return (
    <fieldset
      class="question"
      id={`question-${id}`}
      data-question={id}
      data-type={type}
      data-rev={rev}
      data-saved={JSON.stringify(question.response)}
    >
      <legend>
        <span class="question-number" safe>
          {`Question ${position} of ${total}${question.marks > 1 ? `, ${count(question.marks, 'mark')}` : ''}`}
        </span>
        <span class="question-text" safe>
          {question.text}
        </span>
      </legend>
      <input type="hidden" name={revName(id)} value={String(rev)} />
      <p class="field-error question-error" id={`error-${id}`} hidden={!invalid}>
        <Icon name="circle-alert" size={18} />{' '}
        <span class="question-error-text" safe>
          {invalid?.sentence ?? ''}
        </span>
      </p>
      {unsaved && id in unsaved.stale ? <Stale question={question} mine={unsaved.stale[id]} /> : ''}
      <Controls question={shown} />
    </fieldset>
  );
}

/** Both answers, when two windows disagree; what is saved stays until the learner decides. */
function Stale({ question, mine }: { question: CandidateQuestion; mine: unknown }): JSX.Element {
  return (
    <p class="question-conflict" role="alert">
      This answer was changed in another window. Saved there:{' '}
      <strong safe>{responseText(question, question.response)}</strong>. Chosen here:{' '}
      <strong safe>{responseText(question, mine)}</strong>. The saved one is shown; change it if you want the other.
    </p>
  );
}

function Controls({ question }: { question: CandidateQuestion }): JSX.Element {
  if (question.type === 'numeric') return <NumberBox question={question} />;
  const {
    option,
    options = [],
    value,
  } = (question.response ?? {}) as {
    option?: unknown;
    options?: unknown[];
    value?: unknown;
  };
  if (question.type === 'trueFalse') {
    return (
      <Options>
        <Choice question={question} type="radio" value="true" text="True" checked={value === true} />
        <Choice question={question} type="radio" value="false" text="False" checked={value === false} />
      </Options>
    );
  }
  const isMultiple = question.type === 'multiple';
  return (
    <>
      {isMultiple ? (
        <p class="question-hint">Choose every option that applies. All of them, and no other, earn the marks.</p>
      ) : (
        ''
      )}
      <Options>
        {question.options!.map(({ id, text }) => (
          <Choice
            question={question}
            type={isMultiple ? 'checkbox' : 'radio'}
            value={id}
            text={text}
            checked={isMultiple ? options.includes(id) : option === id}
          />
        ))}
      </Options>
    </>
  );
}

const Options = ({ children }: { children: Children }): JSX.Element => <div class="options">{children}</div>;

interface ChoiceProps {
  question: CandidateQuestion;
  type: 'radio' | 'checkbox';
  value: string;
  text: string;
  checked: boolean;
}

function Choice({ question, type, value, text, checked }: ChoiceProps): JSX.Element {
  return (
    <label class="option">
      <input
        type={type}
        name={answerName(question.id)}
        value={value}
        checked={checked}
        aria-describedby={`error-${question.id}`}
      />
      <span safe>{text}</span>
    </label>
  );
}

function NumberBox({ question }: { question: CandidateQuestion }): JSX.Element {
  const { id, unit } = question;
  const { value } = (question.response ?? {}) as { value?: unknown };
  const name = answerName(id);
  return (
    <div class="field">
      <label for={fieldId(name)} safe>
        {`Your answer${unit ? ` in ${unit}` : ''}`}
      </label>
      <p class="field-help" id={`help-${id}`}>
        The number alone, with a decimal point: 1250 or 2.5. No comma, no spaces.
      </p>
      <div class="input-group input-short">
        <input
          class="input"
          id={fieldId(name)}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          maxlength={40}
          name={name}
          value={typeof value === 'string' ? value : ''}
          aria-describedby={`help-${id} error-${id}`}
        />
        {unit ? (
          <span class="input-affix" aria-hidden="true" safe>
            {unit}
          </span>
        ) : (
          ''
        )}
      </div>
    </div>
  );
}

import type { Children } from '@kitajs/html';
import { fieldId } from '../../web/index.js';
import type { CandidateQuestion } from '../paper/candidate-question.js';
import { answerName } from '../paper-form.js';

/** The form controls of a question, by its type, holding its response. */
export function Controls({ question }: { question: CandidateQuestion }): JSX.Element {
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

import type { AskedQuestion, ControlsProps, QuestionView } from '../../views/question-view.js';

type Segment =
  { text: string } | { gap: string; kind: 'text' | 'number' | 'choice'; options?: { id: string; text: string }[] };
const segmentsOf = (question: AskedQuestion) => question['segments'] as Segment[];
const gapsIn = (held: Record<string, unknown> | null) => (held?.['gaps'] ?? {}) as Record<string, string>;

export const clozeView: QuestionView = {
  Controls: Cloze,
  showsText: true,

  words: (question, held) =>
    segmentsOf(question)
      .map((segment) => {
        if ('text' in segment) return segment.text;
        const given = gapsIn(held)[segment.gap];
        return `[${segment.options?.find(({ id }) => id === given)?.text ?? given ?? 'no answer'}]`;
      })
      .join(''),
};

function Cloze({ question, name, response, errorId }: ControlsProps): JSX.Element {
  let number = 0;
  return (
    <>
      {segmentsOf(question).some((segment) => 'kind' in segment && segment.kind === 'number') ? (
        <p class="field-help" safe>
          {`Numbers alone, with a decimal ${question['separator'] === ',' ? 'comma' : 'point'}.`}
        </p>
      ) : (
        ''
      )}
      <p class="cloze">
        {segmentsOf(question).map((segment) =>
          'text' in segment ? (
            <span safe>{segment.text}</span>
          ) : (
            <Gap
              segment={segment}
              number={++number}
              name={`${name}.gaps.${segment.gap}`}
              value={gapsIn(response)[segment.gap] ?? ''}
              errorId={errorId}
            />
          ),
        )}
      </p>
    </>
  );
}

interface GapProps {
  segment: Exclude<Segment, { text: string }>;
  number: number;
  name: string;
  value: string;
  errorId: string;
}

function Gap({ segment: { kind, options = [] }, number, name, value, errorId }: GapProps): JSX.Element {
  if (kind === 'choice') {
    return (
      <select class="input select cloze-gap" name={name} aria-label={`Gap ${number}`} aria-describedby={errorId}>
        <option value="">Choose</option>
        {options.map(({ id, text }) => (
          <option value={id} selected={id === value} safe>
            {text}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      class="input cloze-gap"
      type="text"
      name={name}
      value={value}
      maxlength={200}
      autocomplete="off"
      spellcheck="false"
      inputmode={kind === 'number' ? 'decimal' : 'text'}
      aria-label={`Gap ${number}${kind === 'number' ? ', a number' : ''}`}
      aria-describedby={errorId}
    />
  );
}

import { DefinitionList, Stat, Stats } from '../../../web/index.js';
import { fewest, type Summary } from '../analysis.js';
import { figure } from '../item-columns.js';
import { findingWords, reliabilityWords } from './words.js';

/** What the scores say of the paper as a whole. */
export function SummarySection({ summary }: { summary: Summary }): JSX.Element {
  const { attempts, possible, mean, cut } = summary;
  const percent = (marks: number | null) => (marks === null ? '–' : `${((100 * marks) / possible).toFixed(1)} %`);
  const row = (term: string, value: string, words: string) => ({
    term,
    detail: (
      <>
        <strong safe>{value}</strong>{' '}
        <span class="soft" safe>
          {words}
        </span>
      </>
    ),
  });
  return (
    <section class={['section', attempts < fewest && 'few-answers']}>
      <Stats>
        <Stat label="Attempts" value={String(attempts)} note={attempts < fewest ? `fewer than ${fewest}` : undefined} />
        <Stat label="Mean score" value={percent(mean)} note={`${figure(mean, 2)} of ${figure(possible, 2)} marks`} />
        <Stat label="Passed" value={`${figure(summary.passRate, 1)} %`} note={`cut at ${percent(cut)}`} />
        <Stat
          label="Consistency"
          value={`${figure(summary.consistency, 1)} %`}
          note={reliabilityWords(summary.consistency, attempts)}
        />
      </Stats>
      <DefinitionList
        items={[
          row('Standard error', figure(summary.standardError, 2), 'marks: how far chance moves a score up or down'),
          row('Standard error at the cut', figure(summary.errorAtCut, 2), 'marks, by the binomial model'),
          row('Error ratio', `${figure(summary.errorRatio, 1)} %`, 'the share of the spread of scores that is chance'),
          row('Livingston k²', figure(summary.livingston, 3), 'how surely scores fall on the right side of the cut'),
          row('KR-20', figure(summary.kr20, 3), 'consistency of items that are right or wrong, on one paper for all'),
          row('KR-21', figure(summary.kr21, 3), 'the same, as if all items were equally hard'),
          row('Standard deviation', figure(summary.deviation, 2), 'marks'),
          row('Skewness', figure(summary.skewness, 2), 'below zero: a tail of low scores'),
          row('Kurtosis', figure(summary.kurtosis, 2), 'above zero: more scores far from the mean than usual'),
          row(
            'Papers',
            summary.random ? 'differ' : 'have the same items',
            summary.random
              ? 'items are held against the whole score; how hard a paper was is part of the error'
              : 'items are held against the rest of the score',
          ),
        ]}
      />
      <Safety summary={summary} />
    </section>
  );
}

function Safety({ summary }: { summary: Summary }): JSX.Element {
  const said = findingWords(summary.findings);
  return (
    <section class="section">
      <h2>Safety</h2>
      <p safe>
        {said.length === 0
          ? 'No answer was out by a power of ten, in the unit of another product or in a danger zone.'
          : `Answers that patients would pay for: ${said.join('; ')}.`}
      </p>
    </section>
  );
}

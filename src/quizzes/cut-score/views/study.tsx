import {
  ActForm,
  Badge,
  Button,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Progress,
  Select,
  Table,
  Time,
} from '../../../web/index.js';
import { count } from '../../views/words.js';
import { statusOf } from '../cut-score.schemas.js';
import type { StudyDetail } from '../read-study.js';
import type { JudgeRow } from '../study.queries.js';
import type { Unrated } from '../unrated.js';
import { RoundSection, StudyItems } from './round.js';
import { statusWords } from './studies.js';

interface Props extends StudyDetail {
  page: PageContext;
  form: FormState;
  candidates: JudgeRow[];
  unrated: Unrated | null;
}

export function StudyView(props: Props): JSX.Element {
  const { page, form, study, rounds, items, possible } = props;
  const crumbs = [{ href: '/examiners/cut-scores', label: 'Cut scores' }, { label: study.quizTitle }];
  return (
    <Layout
      page={page}
      title={`Cut score: ${study.quizTitle}`}
      width="wide"
      tone="working"
      form={form}
      breadcrumbs={crumbs}
    >
      <FormErrors form={form} />
      <PageHeader
        kicker={study.courseSlug}
        title={study.quizTitle}
        lead={study.candidate}
        meta={
          <span>
            <Badge {...statusWords[statusOf(study)]} />{' '}
            <span safe>{`${count(study.items, 'item')}, opened by ${study.openedBy}`}</span>{' '}
            <Time at={study.openedAt} />
          </span>
        }
      />
      <NextStep {...props} />
      {rounds.toReversed().map((round) => (
        <RoundSection round={round} judges={props.judges} possible={possible} />
      ))}
      <Judges {...props} />
      {props.unrated && rounds.length > 0 ? <UnratedSection unrated={props.unrated} /> : ''}
      {rounds.length > 0 ? <StudyItems items={items} round={rounds.length} /> : ''}
    </Layout>
  );
}

/** What may be done now, and what it will do. */
function NextStep({ study, rounds, judges, page }: Props): JSX.Element {
  const address = `/examiners/cut-scores/${study.id}`;
  const isJudge = judges.some(({ judgeId }) => judgeId === page.viewer?.personId);
  if (study.adoptedAt) {
    return (
      <p safe>
        {study.inForce
          ? `Adopted by ${study.adoptedBy}. Papers drawn since then pass at this cut, each at its own.`
          : `Adopted by ${study.adoptedBy}, and replaced by a later study.`}
      </p>
    );
  }
  if (study.closedAt) {
    return (
      <section class="stack">
        <p safe>
          {`Closed by ${study.closedBy}. Somebody else adopts it: papers drawn from then on pass at this cut. Attempts that have begun keep theirs.`}
        </p>
        {study.closedById === page.viewer?.personId ? (
          ''
        ) : (
          <ActForm action={`${address}/adoption`} label="Adopt this cut" look="primary" />
        )}
      </section>
    );
  }
  return (
    <div class="cluster">
      {isJudge && study.roundOpen ? <LinkButton href={`${address}/ratings`}>Rate the items</LinkButton> : ''}
      {study.roundOpen ? (
        <ActForm action={`${address}/rounds/closing`} label={`Close round ${study.round}`} />
      ) : (
        <ActForm action={`${address}/rounds`} label={`Open round ${study.round + 1}`} look="primary" />
      )}
      {rounds.length > 0 && !study.roundOpen ? <ActForm action={`${address}/closing`} label="Close the study" /> : ''}
    </div>
  );
}

function Judges({ study, judges, candidates, form }: Props): JSX.Element {
  return (
    <section class="section" id="judges">
      <h2>Judges</h2>
      {judges.length === 0 ? (
        <p>Nobody is on the panel yet. Name five to ten people who teach or practise the subject.</p>
      ) : (
        <Table
          caption="Judges"
          columns={[{ label: 'Judge' }, { label: study.round === 0 ? 'Rated' : `Rated in round ${study.round}` }]}
          rows={judges.map(({ name, rated }) => [
            <span safe>{name}</span>,
            <Progress
              value={rated}
              max={study.items}
              label={`Items rated by ${name}`}
              text={`${rated} of ${study.items}`}
            />,
          ])}
        />
      )}
      {study.closedAt ? (
        ''
      ) : (
        <form class="form" method="post" action={`/examiners/cut-scores/${study.id}/judges`} novalidate>
          <Select
            form={form}
            name="person"
            label="Another judge"
            placeholder="Choose"
            options={candidates.map(({ judgeId, name }) => ({ value: judgeId, label: name }))}
          />
          <div class="form-actions">
            <Button look="secondary">Name judge</Button>
          </div>
        </form>
      )}
    </section>
  );
}

function UnratedSection({ unrated }: { unrated: Unrated }): JSX.Element {
  const shares = unrated.byDifficulty.map(({ difficulty, percent }) => `${difficulty} ${percent.toFixed(1)} %`);
  return (
    <section class="section">
      <h2>Questions the panel never saw</h2>
      <p safe>
        {`They count as the mean of the rated items of their difficulty, or of all where none is as hard: ${shares.join(', ')}. ` +
          `The quiz may draw ${count(unrated.questions, 'such question')} today.`}
      </p>
    </section>
  );
}

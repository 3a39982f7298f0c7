import { bodyOf, type KeyedOption, optionsOf } from '../../questions/index.js';
import { isUuid } from '../attempts/lock-attempt.js';
import { noSuchStudy, notAJudge } from './cut-score.errors.js';
import { panelResult, type PanelResult } from './rules/panel.js';
import { type Spread, spreadOf } from './rules/spread.js';
import type { JudgeRow, RatingRow, StudyItem, StudyQueries, StudyRow } from './study.queries.js';

/** An item with what the panel said of it in the last round that is closed. */
export interface ShownStudyItem extends StudyItem {
  name: string;
  text: string;
  options: KeyedOption[];
  spread: Spread | null;
}

export interface RoundResult extends PanelResult {
  round: number;
}

export interface StudyDetail {
  study: StudyRow;
  items: ShownStudyItem[];
  judges: (JudgeRow & { /** In the latest round. */ rated: number })[];
  /** Of closed rounds: a running one is nobody's business yet. */
  rounds: RoundResult[];
  /** Marks of all items together. */
  possible: number;
}

export interface JudgeSheet {
  study: StudyRow;
  items: (ShownStudyItem & { percent: number | null })[];
  rated: number;
}

/** @throws not_found */
export async function readStudy(queries: StudyQueries, id: string): Promise<StudyDetail> {
  const study = await foundStudy(queries, id);
  const [items, ratings, judges] = await Promise.all([queries.items(id), queries.ratings(id), queries.judges(id)]);
  const closed = study.round - (study.roundOpen ? 1 : 0);
  const weights = items.map(({ marks }) => marks);
  return {
    study,
    items: items.map((item) => shown(item, ratings, closed)),
    judges: judges.map((judge) => ({ ...judge, rated: of(ratings, study.round, judge.judgeId).size })),
    rounds: Array.from({ length: closed }, (_none, index) => ({
      round: index + 1,
      ...panelResult(
        weights,
        judges.map(({ judgeId }) => {
          const said = of(ratings, index + 1, judgeId);
          return { judgeId, percents: items.map(({ position }) => said.get(position) ?? null) };
        }),
      ),
    })),
    possible: weights.reduce((sum, marks) => sum + marks, 0),
  };
}

/** What one judge has before them. @throws not_found, not_a_judge */
export async function readSheet(queries: StudyQueries, id: string, judgeId: string): Promise<JudgeSheet> {
  const study = await foundStudy(queries, id);
  const [items, ratings, judges] = await Promise.all([queries.items(id), queries.ratings(id), queries.judges(id)]);
  if (!judges.some((judge) => judge.judgeId === judgeId)) throw notAJudge();
  const own = of(ratings, study.round, judgeId);
  const closed = study.round - (study.roundOpen ? 1 : 0);
  const tells = study.showsFacility && closed > 0;
  return {
    study,
    items: items.map((item) => ({
      ...shown(item, ratings, closed),
      facility: tells ? item.facility : null,
      percent: own.get(item.position) ?? null,
    })),
    rated: own.size,
  };
}

async function foundStudy(queries: StudyQueries, id: string): Promise<StudyRow> {
  const study = isUuid(id) ? await queries.byId(id) : undefined;
  if (!study) throw noSuchStudy();
  return study;
}

const of = (ratings: RatingRow[], round: number, judgeId: string) =>
  new Map(
    ratings
      .filter((rating) => rating.round === round && rating.judgeId === judgeId)
      .map(({ position, percent }) => [position, percent]),
  );

function shown(item: StudyItem, ratings: RatingRow[], round: number): ShownStudyItem {
  const part = item.part || undefined;
  const said = ratings.filter((rating) => rating.round === round && rating.position === item.position);
  const asked = bodyOf(item.body, { part }).text;
  return {
    ...item,
    name: part ? `${item.slug}.${part}` : item.slug,
    text: part ? `${item.body.text}\n\n${asked}` : asked,
    options: optionsOf(item, part),
    spread: spreadOf(said.map(({ percent }) => percent)),
  };
}

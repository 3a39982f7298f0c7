import { Injectable } from '@nestjs/common';
import { type Enrolled, EnrollmentQueries, itemAddress, ruleOf } from '../enrollment/index.js';
import { type Found, type Kind, SearchQueries } from './search.queries.js';

export interface Asked {
  q: string;
  kind: Kind | null;
  /** From 1. */
  page: number;
  personId: string | null;
}

export interface Answer {
  items: Found[];
  counts: Record<Kind, number>;
  /** How many of the asked kind, or of all. */
  total: number;
  /** What was looked for. */
  query: string;
  /** The words as they are usually spelt, where they differ: looked for instead where what was typed is nowhere. */
  instead: string | null;
}

export const atOnce = 20;
/** Further on nobody reads; who wants more says more. */
export const lastPage = 25;
/** So many courses of one person are looked into. */
const mostCourses = 200;
/** With no more found than this, other spellings are offered. */
const few = 2;

type Within = Pick<Asked, 'kind' | 'page'> & { editions: string[]; closed: string[] };

/** Addresses of what is studied and not open yet. */
const closedLessons = (enrolled: Enrolled): string[] =>
  enrolled.outline.flatMap(({ items }) =>
    items.filter((item) => !ruleOf(item, enrolled).isOpen).map((item) => itemAddress(enrolled.courseSlug, item)),
  );

/** Looks in all that a person may read: what is public, and the lessons of what they study. Questions are never found. */
@Injectable()
export class Search {
  constructor(
    private readonly enrollments: EnrollmentQueries,
    private readonly queries: SearchQueries,
  ) {}

  async execute({ q, kind, page, personId }: Asked): Promise<Answer> {
    const studied = personId ? await this.enrollments.all(personId, mostCourses) : [];
    const editions = studied.map(({ editionId }) => editionId);
    const closed = studied.flatMap(closedLessons);
    const first = await this.look(q, { kind, page, editions, closed });
    const all = sum(first.counts);
    const instead = all <= few ? await this.queries.instead(q) : null;
    if (all > 0 || instead === null) return { ...first, query: q, instead };
    return { ...(await this.look(instead, { kind, page, editions, closed })), query: instead, instead };
  }

  private async look(q: string, { kind, page, editions, closed }: Within) {
    const [items, counts] = await Promise.all([
      this.queries.find({ q, kind, editions, closed, limit: atOnce, offset: (page - 1) * atOnce }),
      this.queries.counts(q, editions, closed),
    ]);
    return { items, counts, total: kind ? counts[kind] : sum(counts) };
  }
}

const sum = (counts: Record<Kind, number>): number => Object.values(counts).reduce((total, each) => total + each, 0);

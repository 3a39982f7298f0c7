import fc from 'fast-check';
import { faultsOf } from '../../../test/support/xapi-rules.js';
import { newId } from '../../shared/index.js';
import { type Happened, statementOf, xapiId } from './statement.js';

const course = { kind: 'course' as const, path: '/courses/foundations', title: 'Foundations' };
const happened: Happened = {
  ...{ factId: newId(), personId: newId(), at: new Date('2026-11-24T02:00:00Z'), verb: 'passed', thing: course },
  ...{ within: course, enrollmentId: newId(), result: { success: true, score: { awarded: 9, possible: 12 } } },
};

describe('a statement', () => {
  it('is as the specification asks, whatever was scored', () => {
    const scores = fc.record({
      possible: fc.integer({ min: 1, max: 1000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(scores, fc.string({ minLength: 1 }), ({ possible, share }, title) => {
        const score = { awarded: possible * share, possible };
        const statement = statementOf('https://learn.example', {
          ...happened,
          thing: { ...course, title },
          result: { score },
        });
        expect(faultsOf(JSON.parse(JSON.stringify(statement)))).toEqual([]);
      }),
    );
  });

  it('has the id of its fact: the same every time, another for another fact, of a kind that every store takes', () => {
    const fact = newId();
    expect(xapiId(fact)).toBe(xapiId(fact));
    expect(xapiId(newId())).not.toBe(xapiId(fact));
    expect(xapiId(fact)).toMatch(/^.{14}5/);
  });

  it('names the learner by number alone', () => {
    const { actor } = statementOf('https://learn.example', happened);
    expect(actor).toEqual({
      objectType: 'Agent',
      account: { homePage: 'https://learn.example', name: happened.personId },
    });
  });
});

import { z } from 'zod';
import { minorUnits, parseTypedAmount } from '../../shared/index.js';
import { codeSchema, handEntrySchema } from './journal.schemas.js';

/** How many lines the form has; more go by the API or as several entries. */
export const formLines = [1, 2, 3, 4, 5, 6] as const;

const typed = z.string().trim().max(20).default('');
const lineFields = Object.fromEntries(
  formLines.flatMap((line) => [
    [`account${line}`, z.union([z.literal(''), codeSchema]).default('')],
    [`debit${line}`, typed],
    [`credit${line}`, typed],
  ]),
) as Record<string, z.ZodType<string>>;

const { key, date, description, currency } = handEntrySchema.shape;

/** The form of an entry by hand: lines of account, debit, credit; empty lines are left out. */
export const handEntryForm = z
  .object({ key, date, description, currency, ...lineFields })
  .transform((form, context) => {
    const fields = form as unknown as Record<string, string>;
    const digits = minorUnits(form.currency) ?? 2;
    const postings = formLines.flatMap((line) => {
      const [account, debit, credit] = ['account', 'debit', 'credit'].map((name) => fields[`${name}${line}`] ?? '');
      if (!account && !debit && !credit) return [];
      const refuse = (name: string, message: string) => {
        context.addIssue({ code: 'custom', path: [`${name}${line}`], message });
        return [];
      };
      if (!account) return refuse('account', 'Choose an account.');
      if (Boolean(debit) === Boolean(credit)) return refuse('debit', 'Fill in debit or credit.');
      const amount = parseTypedAmount(debit! || credit!, digits);
      if (!amount)
        return refuse(debit ? 'debit' : 'credit', `An amount with at most ${digits} digits after the point.`);
      return [{ account, amount: debit ? amount : -amount }];
    });
    if (context.issues.length === 0 && postings.length < 2) {
      context.addIssue({ code: 'custom', path: ['account1'], message: 'An entry has at least two lines.' });
    }
    const { key, date, description, currency } = form;
    return { key, date, description, currency, postings };
  });

import type { Page } from 'playwright-core';
import { demoPassword } from '../../src/process/demo-people.js';
import type { Answer } from './answers.js';

export const bundle = { slug: 'cosmetic-injector-certification', title: 'Cosmetic Injector Certification' };
/** The course that is taken to its end. */
export const course = { slug: 'upper-face', title: 'Upper face', quiz: 'upper-face-quiz' };
export const card = { number: '4242 4242 4242 4242', expiry: '04/34', cvc: '123' };

export interface Person {
  name: string;
  email: string;
  password: string;
}

export const person = (name: string): Person => ({
  name,
  email: `${name.toLowerCase().replace(/\W+/g, '.')}@example.test`,
  password: 'cannula-orbit-lantern-73',
});

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
export const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const main = (page: Page) => page.getByRole('main');

export async function signUp(page: Page, { name, email, password }: Person): Promise<void> {
  await page.getByLabel('Full name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await main(page).getByRole('button', { name: 'Create account' }).click();
}

export const openMailbox = (page: Page) => main(page).getByRole('link', { name: 'Open the demo mailbox' }).click();
export const openConfirmationMail = (page: Page) => link(page, 'Confirm your e-mail address').first().click();
export const followMail = (page: Page) => page.locator('.mail-text a').first().click();

export const demo = (account: string) => ({ email: `${account}@demo.glabella.test`, password: demoPassword });

export async function signIn(page: Page, url: string, { email, password }: Omit<Person, 'name'>): Promise<void> {
  await page.goto(new URL('/sign-in', url).href);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await main(page).getByRole('button', { name: 'Sign in' }).click();
}

export async function payByCard(page: Page, { name }: Person): Promise<void> {
  await page.getByLabel('Card number').fill(card.number);
  await page.getByLabel('Expiry').fill(card.expiry);
  await page.getByLabel('CVC').fill(card.cvc);
  await page.getByLabel('Name on card').fill(name);
  await button(page, /^Pay/).click();
}

/** Reads lesson after lesson until the quiz; `each` sees every lesson before it is completed. */
export async function readLessons(page: Page, each: (page: Page) => Promise<void> = async () => {}): Promise<number> {
  for (let read = 0; ; read += 1) {
    if (new URL(page.url()).pathname.includes('/quiz/')) return read;
    await each(page);
    await button(page, 'Complete and continue').click();
  }
}

/** Gives every question of the open paper its right answer. */
export async function answerPaper(page: Page, answerTo: (text: string) => Answer): Promise<number> {
  const questions = await page.locator('fieldset.question').all();
  // With scripts one question is shown at a time, once the player is there.
  if (await page.evaluate('matchMedia("(scripting: enabled)").matches')) await button(page, 'Next').waitFor();
  for (const question of questions) {
    if (!(await question.isVisible())) await button(page, 'Next').click();
    const answer = answerTo(await question.locator('.question-text').innerText());
    if ('number' in answer) await question.getByRole('textbox').fill(answer.number);
    else if ('value' in answer) await question.getByLabel(answer.value ? 'True' : 'False', { exact: true }).check();
    else for (const text of answer.texts) await question.getByLabel(text, { exact: true }).check();
  }
  return questions.length;
}

export const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

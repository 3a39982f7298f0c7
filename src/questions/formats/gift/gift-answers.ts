import { decimalOf } from '../numbers.js';
import { refuse } from '../refusals.js';
import { indexOfPlain, splitPlain } from './gift-text.js';

/** `=right#said`, `~wrong`, `~%50%half`, `=stem -> choice` */
export interface GiftAnswer {
  sign: '=' | '~';
  text: string;
  percent: string;
  feedback: string;
  match?: string;
}

/** The answers between the braces, in order. @throws ItemRefused */
export function giftAnswers(text: string, read: (text: string) => string): GiftAnswer[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '=' || text[at] === '~') starts.push(at);
  }
  if (starts[0] !== 0) return refuse('Answers begin with = or ~.');
  return starts.map((from, at) => answerOf(text.slice(from, starts[at + 1]), read));
}

function answerOf(text: string, read: (text: string) => string): GiftAnswer {
  const sign = text[0] as '=' | '~';
  const [, percent, says = ''] = /^\s*(?:%(-?[\d.]+)%)?([\s\S]*)$/.exec(text.slice(1))!;
  const [answer = '', ...said] = splitPlain(says, '#');
  const arrow = sign === '=' ? indexOfPlain(answer, '->') : -1;
  return {
    sign,
    text: read(arrow < 0 ? answer : answer.slice(0, arrow)),
    percent: percent === undefined ? (sign === '=' ? '100' : '0') : decimalOf(percent, 'The percentage'),
    feedback: read(said.join(' ')),
    ...(arrow >= 0 && { match: read(answer.slice(arrow + 2)) }),
  };
}

import { smtpFailure } from './smtp-failure.js';

const failed = (command: string, response: string) =>
  Object.assign(new Error('failed'), { command, response, responseCode: Number(response.slice(0, 3)) });

describe('what a mail server answers', () => {
  it.each([
    ['RCPT TO', '550 5.1.1 <a@b.test>: no such user', 'refused'],
    ['RCPT TO', '550 no such user', 'refused'],
    ['RCPT TO', '553 mailbox name not allowed', 'refused'],
    ['RCPT TO', '550 5.7.1 relay denied', 'rejected'],
    ['RCPT TO', '552 5.2.2 mailbox full', 'rejected'],
    ['DATA', '554 5.7.1 looks like spam', 'rejected'],
    ['DATA', '550 5.1.1 odd, but of the text', 'rejected'],
    ['RCPT TO', '451 4.7.1 greylisted', 'deferred'],
    ['MAIL FROM', '550 5.7.1 sender not allowed', 'deferred'],
    ['AUTH PLAIN', '535 5.7.8 wrong password', 'deferred'],
  ])('after %s with "%s" is %s', (command, response, outcome) => {
    expect(smtpFailure(failed(command, response)).outcome).toBe(outcome);
  });

  it('is kept as one line without addresses, with its code', () => {
    expect(smtpFailure(failed('RCPT TO', '550 5.1.1 <a@b.test>:\r\n no such user'))).toEqual({
      ...{ outcome: 'refused', status: '5.1.1', detail: '550 5.1.1 <…>: no such user' },
    });
  });

  it('is not there without a connection, which may come back', () => {
    expect(smtpFailure(new Error('connect ECONNREFUSED 127.0.0.1:25'))).toEqual({
      ...{ outcome: 'deferred', status: null, detail: 'connect ECONNREFUSED 127.0.0.1:25' },
    });
  });
});

import { readReport } from './read-report.js';

const id = '01890000-0000-7000-8000-00000000000a';
const lines = (...all: string[]) => Buffer.from(all.join('\r\n'));

/** A report as mail servers write them. `part`: the machine's half; `back`: what is sent back of our mail. */
const report = (type: string, part: string[], back: string[], backType = 'message/rfc822') =>
  lines(
    'From: MAILER-DAEMON@mx.example.test',
    'To: no-reply@glabella.test',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${type}; boundary="b1"`,
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry. Message-ID: <01890000-0000-7000-8000-0000000000ff@glabella.test> is not the one.',
    '--b1',
    `Content-Type: message/${type}`,
    '',
    ...part,
    '--b1',
    `Content-Type: ${backType}`,
    '',
    ...back,
    '--b1--',
    '',
  );
const mail = ['From: no-reply@glabella.test', `Message-ID: <${id}@glabella.test>`, 'Subject: Your result', '', 'text'];
const status = (...fields: string[]) => [
  'Reporting-MTA: dns; mx.example.test',
  '',
  'Final-Recipient: rfc822; somebody@example.test',
  ...fields,
];

describe('a delivery report', () => {
  it.each([
    ['5.1.1', 'bounced'],
    ['5.1.10', 'bounced'],
    ['5.2.1', 'bounced'],
    ['5.2.2', 'rejected'],
    ['5.7.1', 'rejected'],
  ])('with the status %s means that the mail was %s', async (code, outcome) => {
    const said = status(
      'Action: failed',
      `Status: ${code}`,
      'Diagnostic-Code: smtp; 550 no <somebody@example.test>',
      '  here',
    );
    expect(await readReport(report('delivery-status', said, mail))).toEqual({
      ...{ mailId: id, outcome, status: code },
      detail: 'smtp; 550 no <…> here',
    });
  });

  it('of a delay ends nothing, and one of success says nothing', async () => {
    const late = report('delivery-status', status('Action: delayed', 'Status: 4.4.1'), mail);
    expect(await readReport(late)).toMatchObject({ outcome: 'deferred', status: '4.4.1' });
    const fine = report('delivery-status', status('Action: delivered', 'Status: 2.0.0'), mail);
    expect(await readReport(fine)).toBeUndefined();
  });

  it('may carry back the head of the mail alone', async () => {
    const said = status('Action: failed', 'Status: 5.1.1');
    const headOnly = report('delivery-status', said, mail.slice(0, 3), 'text/rfc822-headers');
    expect(await readReport(headOnly)).toMatchObject({ mailId: id, outcome: 'bounced' });
  });

  it('is not one when it names no mail of ours where the mail itself should be', async () => {
    const said = status('Action: failed', 'Status: 5.1.1');
    for (const back of [
      [],
      ['Subject: Other'],
      ['Message-ID: <abc@elsewhere.test>'],
      [`X-Note: <${id}@glabella.test>`],
    ])
      expect(await readReport(report('delivery-status', said, [...back, '', `Message-ID: none`]))).toBeUndefined();
  });
});

describe('a complaint', () => {
  it('is told from a report of delivery', async () => {
    const said = ['Feedback-Type: abuse', 'User-Agent: SomeLoop/1.0', 'Version: 1'];
    expect(await readReport(report('feedback-report', said, mail))).toEqual({
      ...{ mailId: id, outcome: 'complained', status: null, detail: 'abuse' },
    });
  });
});

describe('what is no report', () => {
  it.each([
    ['nothing', ''],
    [
      'an answer of a person',
      `From: a@b.test\r\nSubject: Re: Your result\r\nIn-Reply-To: <${id}@glabella.test>\r\n\r\nThanks`,
    ],
    ['a mail of ours sent back alone', mail.join('\r\n')],
    ['bytes', '\u0000\u0001\u0002'],
    ['parts without an end', `Content-Type: multipart/report; boundary=x\r\n\r\n${'--x\r\n'.repeat(2_000)}`],
  ])('is left alone: %s', async (_, text) => {
    expect(await readReport(Buffer.from(text))).toBeUndefined();
  });
});

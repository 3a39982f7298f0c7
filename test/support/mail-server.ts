import { createServer, type Server, type Socket } from 'node:net';

/** `answer` takes mail · `slow` thinks a second over each line · `refuse` says 451 · `hang-up` takes the mail and closes. */
export type Mood = 'answer' | 'slow' | 'refuse' | 'hang-up';

/** A mail server of a few lines: keeps what it is given, in the mood a test wants. */
export class MailServer {
  readonly received: string[] = [];
  mood: Mood = 'answer';
  /** What it answers to these recipients, or to a text that holds these words, instead of taking the mail. */
  readonly refusals = new Map<string, string>();
  private server: Server | undefined;

  constructor(private readonly port: number) {}

  listen(): Promise<void> {
    this.server = createServer((socket) => this.talk(socket));
    return new Promise((ready) => this.server!.listen(this.port, '127.0.0.1', ready));
  }

  close(): Promise<void> {
    return new Promise((closed) => (this.server ? this.server.close(() => closed()) : closed()));
  }

  /** What was received for this address. */
  to(email: string): string[] {
    return this.received.filter((mail) => mail.includes(email));
  }

  private refusalOf(line: string, of: 'recipient' | 'text'): string | undefined {
    return [...this.refusals].find(
      ([words]) => words.includes('@') === (of === 'recipient') && line.includes(words),
    )?.[1];
  }

  private talk(socket: Socket): void {
    let data: string | undefined;
    let rest = '';
    const say = (line: string) => void setTimeout(() => socket.write(line), this.mood === 'slow' ? 1_000 : 0);
    socket.on('error', () => undefined);
    say('220 test\r\n');
    socket.on('data', (chunk) => {
      rest += chunk.toString();
      const lines = rest.split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) {
        if (data !== undefined) {
          if (line !== '.') data += `${line}\n`;
          else {
            const refusal = this.refusalOf(data, 'text');
            if (!refusal) this.received.push(data);
            data = undefined;
            if (refusal) say(`${refusal}\r\n`);
            else if (this.mood === 'hang-up') socket.destroy();
            else say('250 kept\r\n');
          }
        } else if (line.startsWith('DATA')) {
          data = '';
          say('354 go on\r\n');
        } else if (line.startsWith('QUIT')) socket.end('221 bye\r\n');
        else if (line.startsWith('MAIL') && this.mood === 'refuse') say('451 not now\r\n');
        else say(`${(line.startsWith('RCPT') && this.refusalOf(line, 'recipient')) || '250 ok'}\r\n`);
      }
    });
  }
}

import type { BrowserContext } from 'playwright-core';

/** Notes whatever no page may do: break, be refused by its own policy, or ask anybody else for anything. */
export class Watch {
  private readonly faults: string[] = [];

  constructor(private readonly origins: string[]) {}

  over(context: BrowserContext): BrowserContext {
    context.on('console', (message) => {
      if (message.type() === 'error') this.note(`${message.page()?.url()} says: ${message.text()}`);
    });
    context.on('weberror', (error) => this.note(`${error.page()?.url()} throws: ${error.error().message}`));
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^https?:$/.test(protocol) && !this.origins.includes(origin))
        this.note(`${request.url()} is somebody else's`);
    });
    context.on('response', (answer) => {
      if (answer.status() >= 500) this.note(`${answer.url()} answers ${answer.status()}`);
    });
    return context;
  }

  note(fault: string): void {
    this.faults.push(fault);
  }

  /** What was noted since the last time. */
  take(): string[] {
    return this.faults.splice(0);
  }
}

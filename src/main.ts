import { enableCompileCache } from 'node:module';
import { boot } from './process/boot.js';
import { demoPeople, demoPassword } from './process/demo-people.js';
import { readConfig } from './shared/index.js';

enableCompileCache();
const say = (line: string) => process.stdout.write(`${line}\n`);

/** A stop that takes longer than this is cut: whoever asked is waiting. */
const stopWithin = 9_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const running = await boot(config);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), stopWithin).unref();
    running.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  say(`Glabella is ready at ${config.baseUrl}`);
  if (config.demo) {
    say(`Demo accounts (password ${demoPassword}): ${demoPeople.map((person) => person.email).join(', ')}`);
  }
  if (running.sandboxUrl) say(`Demo payments, no money moves: ${running.sandboxUrl} (control plane at /_sandbox)`);
}

function fail(error: unknown): never {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}

function reasonOf(error: unknown): string {
  const { code, port, name, message, stack } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose others with PORT and SANDBOX_PORT.`;
  // What the operator or an author has to mend needs no stack.
  if (name === 'ContentProblem' || message?.startsWith('The configuration')) return message;
  return stack ?? String(error);
}

main().catch(fail);

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type ChainedEvent, EventChain, VerifyAttempts } from '../quizzes/index.js';
import { withApp } from './with-app.js';

const file = process.argv[2];

/** `npm run verify:attempts [-- log.ndjson]`: names the first event that was changed, and marks that do not follow. */
if (file) await verifyFile(file);
else {
  await withApp(async (app, say) => {
    const { events, marks, broken, wrong } = await app.get(VerifyAttempts).execute();
    if (broken) say(`Broken: event ${broken.seq} of attempt ${broken.attemptId}: ${broken.why}.`);
    for (const each of wrong.slice(0, 100))
      say(
        `Wrong: question ${each.questionId} of attempt ${each.attemptId} has ${each.stored}, its answer gives ${each.marked}.`,
      );
    say(
      `${events} events, ${marks} marks of the machine, ${wrong.length} wrong${broken ? ', the log is broken' : ''}.`,
    );
    if (broken || wrong.length > 0) process.exitCode = 1;
  });
}

/** An exported log needs neither the database nor us. */
async function verifyFile(path: string): Promise<void> {
  const chain = new EventChain();
  let events = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line.trim() === '') continue;
    const broken = chain.next(JSON.parse(line) as ChainedEvent);
    events += 1;
    if (!broken) continue;
    process.stdout.write(
      `Broken: line ${events}, event ${broken.seq} of attempt ${broken.attemptId}: ${broken.why}.\n`,
    );
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`${events} events follow each other unchanged.\n`);
}

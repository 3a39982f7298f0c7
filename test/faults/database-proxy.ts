import { createServer, connect, type Socket } from 'node:net';
import { once } from 'node:events';

export interface DatabaseProxy {
  /** The address of the database, through the proxy. */
  url: string;
  /** The next so many commits reach the database; their answers reach nobody, and the connection is cut. */
  loseCommits(count: number): void;
  /** How many answers to a commit were lost so far. */
  readonly lost: number;
  close(): Promise<void>;
}

const commit = Buffer.from('COMMIT');

/** Stands between application and database, one connection to one connection, and loses what it is told to lose. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let toLose = 0;
  let lost = 0;

  const server = createServer((application) => {
    const database = connect({ host: target.hostname, port: Number(target.port) });
    let losing = false;
    // The stand-in Stripe shares the database; its conversation is not what is tried here.
    let isOurs = true;
    application.once('data', (startup: Buffer) => (isOurs = !startup.includes('stripe-sandbox')));
    for (const socket of [application, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        (socket === application ? database : application).destroy();
      });
    }
    application.on('data', (sent) => {
      if (isOurs && toLose > 0 && sent.includes(commit)) {
        toLose -= 1;
        losing = true;
      }
      database.write(sent);
    });
    database.on('data', (answer) => {
      if (!losing) return void application.write(answer);
      lost += 1;
      application.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.toString(),
    loseCommits: (count) => (toLose += count),
    get lost() {
      return lost;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

export { freePort, testApp, type TestApp } from './app.js';
export { type Answer, Client } from './client.js';
export { cloneOf, testDatabase, type TestDatabase } from './databases.js';
export { eventually } from './eventually.js';
export { type HookMood, HookServer, type Received } from './hook-server.js';
export { MailServer, type Mood } from './mail-server.js';
export { SandboxLevers, sendEvent, webhookSecret } from './sandbox.js';
export { type Placed, type Shopper, Shoppers } from './shoppers.js';
export { type SpawnedNode, spawnNode } from './spawn-node.js';

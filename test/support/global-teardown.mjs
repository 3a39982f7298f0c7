export default async function () {
  await globalThis.__POSTGRES__?.stop();
}

// What does not end within its time fails: 30 seconds, or what the test says itself.
const usual = 30_000;

function limited(work, most = usual) {
  if (typeof work !== 'function' || work.length > 0) return work;
  return async () => {
    let timer;
    const late = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error(`It took longer than ${most} ms.`)), most);
    });
    try {
      return await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

const named = (define) => (name, work, most) => define(name, limited(work, most), most);
for (const word of ['beforeAll', 'afterAll', 'beforeEach', 'afterEach']) {
  const define = globalThis[word];
  globalThis[word] = (work, most) => define(limited(work, most), most);
}
const { it } = globalThis;
globalThis.it = globalThis.test = Object.assign(named(it), {
  only: named(it.only),
  skip: it.skip,
  todo: it.todo,
  each:
    (...table) =>
    (name, work, most) =>
      it.each(...table)(name, bounded(work, most), most),
});

/** The rows of a table are parameters. */
function bounded(work, most) {
  return (...row) => limited(() => work(...row), most)();
}

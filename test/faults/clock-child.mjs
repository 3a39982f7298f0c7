// Serves the built product in a process whose clock is wrong by so many seconds, although its timers are right.
const skew = Number(process.env.CLOCK_SKEW_SECONDS) * 1000;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...parameters) {
    if (parameters.length === 0) super(RealDate.now() + skew);
    else super(...parameters);
  }
  static now() {
    return RealDate.now() + skew;
  }
};
await import('../../dist/src/main.js');

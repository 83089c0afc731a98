// Loaded before the program (`node --import`): its wall clock runs CLOCK_SKEW_MS ahead of the machine's, as on a server whose time is wrong.
// Timers and performance.now() stay as they are: they measure, they do not tell the time.
const skew = Number(process.env.CLOCK_SKEW_MS ?? 0);
const Real = Date;

class SkewedDate extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + skew);
    else super(...given);
  }

  static now() {
    return Real.now() + skew;
  }
}

Object.defineProperty(SkewedDate, 'name', { value: 'Date' });
if (skew !== 0) globalThis.Date = new Proxy(SkewedDate, { apply: () => new SkewedDate().toString() });

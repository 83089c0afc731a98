// After a release every page is drawn anew, by the reader who asks for it first. Where more is asked for than can be drawn, the gate lets one drawing
// through at a time and has the server rest as long as each took; the other readers are left with the answer of the release before.

/** Together with the quarter of a second in which a release is learnt of: within the second in which every page shows it. */
const SOON_MS = 500;
/** Even under load nothing is sent that was followed longer ago. */
const OLDEST_MS = 10_000;
/** A page that nobody asked for so long is no longer waited for. */
const FORGOTTEN_MS = 3_000;
const MOST_PUT_OFF = 1_000;
/** So few pages are drawn side by side, however long they take. */
const ALWAYS_DRAWN = 2;
/** What a drawing is thought to take before one was seen. */
const FIRST_GUESS_MS = 50;

interface PutOff {
  /** Since when there is a newer release. */
  readonly since: number;
  readonly askedAt: number;
}

export interface RedrawGate {
  /** Whether a reader has the page of this key drawn anew now, whose kept answer was followed by a release at `since`. */
  readonly admits: (key: string, since: number) => boolean;
  /** A drawing begins; the function given back is called at its end. */
  readonly begin: (key: string) => () => void;
}

/** `now`: milliseconds on a clock that only runs forward. */
export function redrawGate(now: () => number): RedrawGate {
  /** When the drawings under way began, oldest first. */
  const drawing = new Map<string, number>();
  const putOff = new Map<string, PutOff>();
  let usualMs = FIRST_GUESS_MS;
  let restUntil = -Infinity;

  /** What is being drawn and what was put off would take longer than half a second, resting included. */
  function isOverloaded(at: number): boolean {
    for (const [key, { askedAt }] of putOff) if (at - askedAt > FORGOTTEN_MS) putOff.delete(key);
    const [oldest] = drawing.values();
    const each = Math.max(usualMs, oldest === undefined ? 0 : at - oldest);
    const pages = drawing.size + putOff.size;
    return pages > ALWAYS_DRAWN && pages * each * 2 > SOON_MS;
  }

  /** A page that waits twice as long as this one comes first. */
  function isBehind(since: number, at: number): boolean {
    for (const other of putOff.values()) if (at - other.since > 2 * (at - since)) return true;
    return false;
  }

  return {
    admits(key, since) {
      const at = now();
      if (at - since >= OLDEST_MS) return true;
      if (drawing.has(key) && at - since < SOON_MS) return false;
      if (!isOverloaded(at)) return true;
      if (drawing.size === 0 && at >= restUntil && !isBehind(since, at)) return true;
      if (putOff.size < MOST_PUT_OFF) putOff.set(key, { since: putOff.get(key)?.since ?? since, askedAt: at });
      return false;
    },
    begin(key) {
      const from = now();
      putOff.delete(key);
      if (drawing.has(key)) return () => undefined;
      drawing.set(key, from);
      return () => {
        const took = now() - from;
        drawing.delete(key);
        usualMs = 0.8 * usualMs + 0.2 * took;
        restUntil = now() + took;
      };
    },
  };
}

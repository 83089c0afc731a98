import { describeAway } from '@/lib/accounts/away-answer';

// Work that takes a while, told line by line: each line is one JSON value, the last one says how it ended.

/** How the work ended, or how far it is. */
export type Line<T> =
  | { readonly progress: { readonly done: number; readonly rows: number } }
  | { readonly writing: number }
  | { readonly result: T }
  | { readonly refused: { readonly code: string; readonly title: string; readonly [detail: string]: unknown } };

const EVERY_MS = 100;

/**
 * A stream of the lines that `work` says. It ends when the work does; when the reader goes away, `signal` is aborted and nothing more is said.
 * An error is logged under an id, and its line says no more than that id.
 */
export function streamLines<T>(request: Request, work: (say: (line: Line<T>) => void, signal: AbortSignal) => Promise<void>): ReadableStream<Uint8Array> {
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, request.signal]);
  const encoder = new TextEncoder();
  let last = 0;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: Line<T>) => {
        if (signal.aborted) return;
        const now = Date.now();
        // Progress more often than an eye sees it is left out.
        if ('progress' in line && now - last < EVERY_MS) return;
        last = now;
        controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        await work(say, signal);
      } catch (error) {
        if (!signal.aborted) {
          const away = describeAway(error);
          const id = crypto.randomUUID().slice(0, 8);
          if (away === null) console.error(`Import ${id} broke off`, error);
          const broken = { code: 'broken', message: `This did not work and nothing was written. The log names it ${id}. Try again.` };
          const { code, message } = away ?? broken;
          say({ refused: { code, title: message } });
        }
      }
      if (!signal.aborted) controller.close();
    },
    cancel() {
      gone.abort();
    },
  });
}

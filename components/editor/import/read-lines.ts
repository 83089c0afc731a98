import type { Problem } from '../post-json';

export type Followed<T> = { readonly ok: true; readonly result: T } | { readonly ok: false; readonly problem: Problem };

/** How far the work is: rows read and the part of the file, or, once, how many rows are being written. */
export type Step = { readonly done: number; readonly rows: number } | { readonly writing: number };

const OFFLINE: Problem = { code: 'offline', title: 'The connection broke off. If you were taking in rows, look into the changeset before you try again.' };

/** Asks for work that answers line by line and follows it to its end. Breaking off answers `cancelled`. Never throws. */
export async function followLines<T>(path: string, body: unknown, onStep: (step: Step) => void, signal: AbortSignal): Promise<Followed<T>> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json' }, body: JSON.stringify(body), signal });
    if (!response.ok || response.body === null) {
      const answer = (await response.json().catch(() => null)) as Problem | null;
      return { ok: false, problem: answer?.title === undefined ? { code: 'broken', title: 'This did not work. Try again.' } : answer };
    }
    for await (const line of linesOf<T>(response.body)) {
      if ('progress' in line) onStep(line.progress);
      else if ('writing' in line) onStep(line);
      else if ('result' in line) return { ok: true, result: line.result };
      else return { ok: false, problem: line.refused };
    }
    return { ok: false, problem: OFFLINE };
  } catch {
    return { ok: false, problem: signal.aborted ? { code: 'cancelled', title: 'Cancelled. Nothing was written.' } : OFFLINE };
  }
}

type Line<T> = { readonly progress: { readonly done: number; readonly rows: number } } | { readonly writing: number } | { readonly result: T } | { readonly refused: Problem };

async function* linesOf<T>(body: ReadableStream<Uint8Array>): AsyncGenerator<Line<T>> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield JSON.parse(line) as Line<T>;
    if (done) return;
  }
}

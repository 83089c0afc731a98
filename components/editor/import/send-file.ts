import type { WaitingFile } from '@/domain/import/look';
import type { Posted, Problem } from '../post-json';

const BROKEN: Problem = { code: 'broken', title: 'The file could not be sent. Try again.' };
const OFFLINE: Problem = { code: 'offline', title: 'The server cannot be reached. Nothing was lost: try again.' };

/** Sends a file as the body itself, with progress from 0 to 1; `signal` breaks it off, which answers `cancelled`. Never throws. */
export function sendFile(path: string, file: File, progress: (done: number) => void, signal: AbortSignal): Promise<Posted<WaitingFile>> {
  return new Promise((resolve) => {
    // fetch cannot tell how far a body has gone.
    const request = new XMLHttpRequest();
    const fail = (status: number, problem: Problem) => resolve({ ok: false, status, problem });
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => fail(0, OFFLINE);
    request.onabort = () => fail(0, { code: 'cancelled', title: 'Cancelled.' });
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status === 200 && answer !== null) return resolve({ ok: true, data: answer.data as WaitingFile, location: String(answer.location ?? '') });
      const problem = typeof answer?.code === 'string' && typeof answer.title === 'string' ? (answer as unknown as Problem) : BROKEN;
      fail(request.status, problem.code === 'signed-out' ? { location: '/admin/sign-in', ...problem } : problem);
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

// A file wherever it lies, read piece by piece from any place in it.

export interface FileBytes {
  readonly size: number;
  /** `length` bytes from `position` on; fewer, or none, where the file ends before. */
  read(position: number, length: number): Promise<Buffer>;
}

const PIECE = 64 * 1024;

/** The bytes from `start` until before `end`, in order. */
export async function* piecesOf(file: FileBytes, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end;) {
    const piece = await file.read(at, Math.min(PIECE, end - at));
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}

import 'server-only';
import type { AuditRow } from '@/db/queries/find-audit';
import { printCsv, type CsvCell } from './csv';

// The audit as a file, written part by part: a long one is never whole in memory.

export const AUDIT_COLUMNS = [
  'seq', 'at', 'editor_id', 'editor_name', 'editor_nature', 'action', 'subject', 'subject_id', 'revision', 'changeset_id', 'changeset_name', 'before', 'after', 'prev_hash', 'hash',
] as const;

type AuditRecord = Readonly<Record<(typeof AUDIT_COLUMNS)[number], CsvCell>>;

const asJson = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));

function record(row: AuditRow): AuditRecord {
  return {
    seq: row.seq, at: row.at, editor_id: row.editorId, editor_name: row.editorName, editor_nature: row.editorNature, action: row.action, subject: row.subject,
    subject_id: row.subjectId, revision: row.revision, changeset_id: row.changesetId, changeset_name: row.changesetName, before: asJson(row.before), after: asJson(row.after),
    prev_hash: row.prevHash, hash: row.hash,
  };
}

/** CSV with one header row; `before` and `after` are JSON in a cell. */
export async function* printAuditCsv(parts: AsyncIterable<readonly AuditRow[]>): AsyncGenerator<string> {
  let header = true;
  for await (const rows of parts) {
    yield printCsv(AUDIT_COLUMNS, rows.map(record), { header });
    header = false;
  }
  if (header) yield printCsv(AUDIT_COLUMNS, []);
}

/** One JSON object a line, with everything the hash of a link is made of, so that others can follow the chain. */
export async function* printAuditLines(parts: AsyncIterable<readonly AuditRow[]>): AsyncGenerator<string> {
  for await (const rows of parts) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Text as a response that is made as fast as it is read. */
export function streamText(parts: AsyncGenerator<string>, type: string, fileName: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => { await parts.return(undefined); },
  });
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${fileName}"` } });
}

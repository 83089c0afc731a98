import { canonicalJson, sha256 } from './canonical-json';

/** A link of the audit chain without its own hash; `at` is an ISO instant with milliseconds. */
export interface AuditLink {
  readonly seq: number;
  readonly at: string;
  readonly editorId: string;
  readonly editorName: string;
  readonly editorNature: string;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly revision: number | null;
  readonly changesetId: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly prevHash: string;
}

/** The hash before the first link. */
export const FIRST_HASH = '0'.repeat(64);

/** sha256 over the canonical JSON of everything a link says, the hash before it included. */
export function auditHash(link: AuditLink): string {
  const { seq, at, editorId, editorName, editorNature, action, subject, subjectId, revision, changesetId, before, after, prevHash } = link;
  return sha256(canonicalJson({
    seq, at, editorId, editorName, editorNature, action, subject, subjectId, revision, changesetId, before, after, prevHash,
  }));
}

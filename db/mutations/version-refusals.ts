import { eq } from 'drizzle-orm';
import type { DraftRefusalCode } from '../../domain/draft';
import type { Refusal } from '../../domain/outcome';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { findRowAuthor, type RowAuthor } from '../queries/find-row-authors';
import { findVersion, type RowVersion } from '../queries/find-versions';
import { changesets } from '../schema/index';

/** The edit was made from another version than the one that stands: both, so that a person can compare. */
export interface StaleRefusal extends Refusal {
  readonly code: 'version-stale';
  readonly kind: RowKind;
  readonly id: string;
  readonly expectedRevision: number;
  /** Null where the version the editor saw is gone (a draft since replaced or discarded). */
  readonly expected: RowVersion | null;
  /** Null where nothing stands any more. */
  readonly actual: RowVersion | null;
  /** Who wrote what stands now; null where nothing stands. */
  readonly actualBy: RowAuthor | null;
}

export interface HeldRefusal extends Refusal {
  readonly code: 'held-by-changeset';
  readonly kind: RowKind;
  readonly id: string;
  readonly changesetId: string;
  readonly changesetName: string;
  readonly authorName: string;
}

export interface RowRefusal extends Refusal {
  readonly code: Exclude<DraftRefusalCode, 'version-stale' | 'held-by-changeset'> | 'no-such-draft' | 'duplicate-row' | 'withdrawal-changes-row';
  readonly kind: RowKind;
  readonly id: string;
}

const MESSAGES = {
  'already-exists': 'exists already: update or correct it.',
  'no-such-row': 'is not published: it can only be added.',
  'version-missing': 'exists already: say which revision the edit was made from.',
  'already-withdrawn': 'is withdrawn already.',
  'reason-missing': 'needs a reason: readers are told why something was corrected or withdrawn.',
  'no-such-draft': 'has no open draft in this changeset.',
  'duplicate-row': 'is named twice in one save.',
  'withdrawal-changes-row': 'is withdrawn as it stands: a withdrawal repeats the row and changes nothing in it.',
} as const;

export function refusalOfRow(code: RowRefusal['code'], kind: RowKind, id: string): RowRefusal {
  return { code, kind, id, message: `The ${kind} ${id} ${MESSAGES[code]}` };
}

/** The refusal with both versions. */
export async function staleRefusal(
  db: Database, kind: RowKind, id: string, expectedRevision: number, actual: RowVersion | null,
): Promise<StaleRefusal> {
  const expected = await findVersion(db, kind, id, expectedRevision);
  const message = `The ${kind} ${id} has changed since you opened it: compare your edit with what stands now.`;
  const actualBy = actual && await findRowAuthor(db, kind, id, actual.revision);
  return { code: 'version-stale', kind, id, expectedRevision, expected, actual, actualBy, message };
}

/** The refusal that names who holds the row. */
export async function heldRefusal(db: Database, kind: RowKind, id: string, changesetId: string): Promise<HeldRefusal> {
  const [holder] = await db.select({ name: changesets.name, authorName: changesets.authorName }).from(changesets).where(eq(changesets.id, changesetId));
  const { name: changesetName, authorName } = holder ?? { name: '', authorName: '' };
  const message = `The ${kind} ${id} is being changed in "${changesetName}" by ${authorName}.`;
  return { code: 'held-by-changeset', kind, id, changesetId, changesetName, authorName, message };
}

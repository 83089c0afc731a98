import { previewChangeset } from '@/db/mutations/preview-changeset';
import { findChangesetState } from '@/db/queries/find-changeset-state';
import { accept, refuse } from '@/domain/outcome';
import type { TrialAnswer } from '@/domain/sentence-trial';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { trialFields } from '@/lib/inputs/sentence-trial';
import { lookThrough } from '@/lib/reads/desk/look-through';
import { readInReleases, SENTENCE_GROUND, trySentence } from '@/lib/reads/desk/sentence-trial';

const LIMIT_BYTES = 64 * 1024;
const LAST_RELEASES = 5;

/** A sentence that is still being written, as it would read now, in earlier releases and at vintages. Reads only. */
export const POST = guardedRoute({ right: 'editor', fields: trialFields, page: changesetPage, limitBytes: LIMIT_BYTES }, async ({ fields, desk, params, now }) => {
  const changesetId = params.id ?? '';
  if ((await findChangesetState(desk.db, changesetId)) === null) return refuse({ code: 'no-such-changeset', message: 'There is no such changeset.' });
  const { draught, days, cellsOf } = fields;
  const question = { changesetId, kinds: SENTENCE_GROUND, now, preview: previewChangeset, key: JSON.stringify(fields) };
  const { value, ground } = await lookThrough(desk.db, question, (db, release) => trySentence(db, release, draught, days, cellsOf));
  const releases = await readInReleases(desk.db, draught, LAST_RELEASES);
  return accept({ location: changesetPage({}, params), data: { ...value, ground, releases } satisfies TrialAnswer });
});

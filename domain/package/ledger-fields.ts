// What every row of the ledger carries beside its own fields.

import type { Recorded } from '../citation';
import { field, type Field } from './table';

export function ledgerFields<Row extends Omit<Recorded, 'citations'>>(): readonly Field<Row>[] {
  return [
    field('status', 'string', 'withdrawn rows stay in the ledger and are not to be used.', ({ status }) => status, { words: ['current', 'withdrawn'] }),
    field('revision', 'integer', 'Version of the row, from 1.', ({ revision }) => revision),
    field('published_in', 'integer', 'The release that published this version.', ({ publishedIn }) => publishedIn),
    field('change', 'string', 'How this version came about: a correction says that an earlier release was wrong, an update that the world moved on.', ({ change }) => change, { words: ['add', 'update', 'correct', 'withdraw'] }),
    field('change_note', 'string', 'Why it was changed.', ({ changeNote }) => changeNote, { empty: true }),
  ];
}

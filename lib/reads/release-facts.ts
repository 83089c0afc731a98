import 'server-only';
import { cache } from 'react';
import { findRelease } from '@/db/queries/find-releases';
import type { Release } from '@/domain/release';
import { ledgerAt } from './ledger';

/** The release itself: its day, title and note. Null for the empty ledger, which has no release yet. */
export const readReleaseFacts = cache(async (release: number): Promise<Release | null> => findRelease(await ledgerAt(release), release, release));

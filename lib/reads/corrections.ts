import 'server-only';
import { cache } from 'react';
import { findCorrections } from '@/db/queries/find-corrections';
import type { Correction } from '@/domain/release';
import { ledgerAt } from './ledger';

/** Every correction and withdrawal up to the release, newest first. */
export const readCorrections = cache(async (release: number): Promise<readonly Correction[]> => findCorrections(await ledgerAt(release), release));

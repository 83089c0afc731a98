import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '@/db/client';
import { publishChangeset } from '@/db/mutations/publish-changeset';
import { findPublicDigests } from '@/db/transfer/public-digest';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { verifyAudit } from '@/db/queries/verify-audit';
import { loadStartingData } from '@/db/seed/load';
import { users } from '@/db/schema/accounts';
import { dumpDatabase } from '@/db/transfer/dump';
import { loadDump } from '@/db/transfer/load';
import { mintSystemEditor } from '@/lib/auth';
import { databases, ownedDatabases } from '../fixtures/databases';
import { deskOver, invite, join } from '../fixtures/desk';
import { loader } from '../fixtures/ledger-editors';
import { draftOf } from '../fixtures/ledger-rows';
import { approve, NOW, openWith, publishRows, valueOf } from '../fixtures/ledger-steps';

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n');
}

type Both = readonly [(typeof databases)[number], (typeof databases)[number]];
const [[embedded, makeEmbedded], [server, makeServer]] = databases as Both;
// A dump is read by whoever serves, and loaded by whoever owns the tables.
const [, [, makeOwned]] = ownedDatabases as Both;

describe.each([[embedded, server, makeEmbedded, makeOwned], [server, embedded, makeServer, makeEmbedded]] as const)('a dump of %s loaded into %s', (_from, _to, source, target) => {
  let open: OpenDatabase;
  let text = '';
  beforeAll(async () => {
    open = await source();
    await loadStartingData(open.db, { editor: mintSystemEditor('starting data'), now: NOW });
    await join(deskOver(open));
    await publishRows(open.db, [draftOf('', 'place', { id: 'a-place', citations: [] }, { name: 'Quote " and \\ and\nline\u2028 and \u202bاردو' })]);
    await openWith(open.db, [draftOf('', 'place', { id: 'a-draft', citations: [] }, { name: 'not yet published' })]);
    const parts: string[] = [];
    await dumpDatabase(open.db, NOW, async (part) => void parts.push(part));
    text = parts.join('');
  });
  afterAll(() => open.close());

  it('gives the same public answers, people and audit, and the ledger goes on from there', async () => {
    const empty = await target();
    try {
      const loaded = await loadDump(empty.db, linesOf(text));
      expect(loaded.ok ? loaded.value.find(({ table }) => table === 'readings')?.rows : loaded.refusal).toBeGreaterThan(500);
      expect([...(await findPublicDigests(empty.db))]).toEqual([...(await findPublicDigests(open.db))]);
      expect(await verifyAudit(empty.db)).toEqual(await verifyAudit(open.db));
      expect(await empty.db.select().from(users)).toEqual(await open.db.select().from(users));
      const again: string[] = [];
      await dumpDatabase(empty.db, NOW, async (part) => void again.push(part));
      expect(again.join('') === text).toBe(true);
      const before = await findCurrentRelease(empty.db);
      expect(await publishRows(empty.db, [draftOf('', 'place', { id: 'after-the-move', citations: [] }, { name: 'Ghulam Khan' })])).toBe(before + 1);
      expect(await verifyAudit(empty.db)).toMatchObject({ isWhole: true });
    } finally {
      await empty.close();
    }
  });

  it('is loaded whole or not at all', async () => {
    const empty = await target();
    try {
      const lines = text.split('\n');
      const row = lines.findIndex((line) => line.includes('"name": "Quote'));
      const attempts = {
        'cut-off': lines.slice(0, -2).join('\n'),
        damaged: lines.map((line, index) => (index === row ? line.replace('Quote', 'Quoth') : line)).join('\n'),
        'not-a-dump': '{"rows": []}\n',
        'other-program': text.replace(/"migrations":\["[0-9a-f]{4}/, '"migrations":["ffff'),
      };
      for (const [code, attempt] of Object.entries(attempts)) {
        const refused = await loadDump(empty.db, linesOf(attempt));
        expect(refused.ok ? 'loaded' : refused.refusal.code).toBe(code);
      }
      expect(await findCurrentRelease(empty.db)).toBe(0);
      expect((await loadDump(empty.db, linesOf(text))).ok).toBe(true);
      const twice = await loadDump(empty.db, linesOf(text));
      expect(twice.ok ? 'loaded' : twice.refusal.code).toBe('not-empty');
      const changesetId = await openWith(empty.db, [draftOf('', 'place', { id: 'guards-are-back', citations: [] }, { name: 'x' })]);
      await approve(empty.db, changesetId);
      valueOf(await publishChangeset(empty.db, loader, { changesetId, title: 'on', note: '' }, NOW));
      await expect(empty.db.execute(`delete from places where id = 'guards-are-back'`)).rejects.toThrow();
    } finally {
      await empty.close();
    }
  });
});

it('an invitation that was open is open after the move', async () => {
  const open = await makeEmbedded();
  const target = await makeEmbedded();
  try {
    await invite(deskOver(open));
    const parts: string[] = [];
    await dumpDatabase(open.db, NOW, async (part) => void parts.push(part));
    expect((await loadDump(target.db, linesOf(parts.join('')))).ok).toBe(true);
    const { rows } = await target.db.execute<{ n: string }>('select count(*) as n from invitations');
    expect(Number(rows[0]?.n)).toBe(1);
  } finally {
    await open.close();
    await target.close();
  }
});

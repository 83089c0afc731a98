import { expect, test } from '@playwright/test';
import { openDatabase, type OpenDatabase } from '@/db/client';
import { findReleases } from '@/db/queries/find-releases';
import { schedulePublishing } from '@/db/mutations/schedule-publishing';
import { startCluster, type Cluster } from '../../scripts/cluster/cluster';
import { seenBy } from '../../scripts/cluster/seen-by';
import { loader } from '../fixtures/ledger-editors';
import { draftOf } from '../fixtures/ledger-rows';
import { approve, openWith, publishRows } from '../fixtures/ledger-steps';

// Two instances whose clocks are three minutes apart, a primary and its replica, nginx with the operators' file. The long run: npm run proof:cluster.

test.describe.configure({ mode: 'serial', timeout: 300_000 });

let cluster: Cluster;
let open: OpenDatabase;

test.beforeAll(async () => {
  cluster = await startCluster({ skewsMs: [90_000, -90_000] });
  open = await openDatabase({ url: cluster.primary.url });
});
test.afterAll(async () => {
  await open.close();
  await cluster.stop();
});

const place = (id: string) => draftOf('', 'place', { id, citations: [] }, { name: id });
const origins = () => cluster.instances.map(({ origin }) => origin);

test('a publish is seen by every instance, whatever its clock says', async () => {
  for (const id of ['first', 'second']) {
    const release = await publishRows(open.db, [place(id)]);
    const waits = await Promise.all(origins().map((origin) => seenBy(origin, release)));
    console.log(`Release ${release} is seen after ${waits.map((ms) => `${Math.round(ms)} ms`).join(' and ')}.`);
  }
});

test('what is due is published once, and not before its time by the clock that is ahead', async () => {
  const changesetId = await openWith(open.db, [place('due')]);
  await approve(open.db, changesetId);
  const dueAt = new Date(Date.now() + 3_000);
  // Set ten minutes ago: nothing may be set for a time as near as this.
  const set = await schedulePublishing(open.db, loader, { changesetId, title: 'due', note: '', dueAt }, new Date(dueAt.getTime() - 600_000));
  expect(set).toMatchObject({ ok: true });
  const before = (await findReleases(open.db)).length;
  await expect.poll(async () => (await findReleases(open.db)).length, { timeout: 30_000 }).toBe(before + 1);
  const [release] = await findReleases(open.db);
  expect(release?.title).toBe('due');
  expect(Date.parse(release?.publishedAt ?? '')).toBeGreaterThanOrEqual(dueAt.getTime());
  // Both clocks have asked again by now.
  await new Promise((resolve) => setTimeout(resolve, 4_500));
  expect(await findReleases(open.db)).toHaveLength(before + 1);
});

test('the front keeps and compresses what readers get, and keeps nothing of the desk', async () => {
  const ask = (path: string) => fetch(cluster.front.origin + path, { headers: { 'accept-encoding': 'gzip' } });
  await (await ask('/charts')).text();
  const again = await ask('/charts');
  expect([again.headers.get('x-cache'), again.headers.get('content-encoding')]).toEqual(['HIT', 'gzip']);
  expect(await again.text()).toContain('</html>');
  const [one, two] = [await ask('/admin/sign-in'), await ask('/admin/sign-in')];
  expect([one.headers.get('x-cache'), two.headers.get('x-cache'), two.headers.get('cache-control')]).toEqual([null, null, expect.stringContaining('no-store')]);
});

test('an instance that is killed and a replica that is gone take no answer with them', async () => {
  await cluster.instances[0]?.kill();
  for (let turn = 0; turn < 20; turn += 1) {
    const answer = await fetch(`${cluster.front.origin}/closures.csv?asof=2025-01-${10 + turn}`);
    expect(answer.status).toBe(200);
    await answer.text();
  }
  await cluster.replica.stop();
  const release = await publishRows(open.db, [place('without-replica')]);
  const survivor = cluster.instances[1];
  if (!survivor) throw new Error('There are two instances.');
  await seenBy(survivor.origin, release);
  await expect.poll(() => survivor.said()).toContain('replica-away');
  const ready = await fetch(`${survivor.origin}/api/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', release, primary: 'here', replica: 'away' }]);
});

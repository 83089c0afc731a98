import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { answerChecker, apiQuestions, type OpenApi } from '../tests/fixtures/api-questions';
import { startOwnServer } from '../tests/fixtures/own-server';
import { randomAddresses } from '../tests/fixtures/random-addresses';

// `npm run proof:fuzz [calls] [addresses] [seed]`: 50,000 questions made from the API's own description and 100,000 addresses that name nothing, against the
// product as `npm start` runs it on a PostgreSQL of its own. Fails where an answer is 500 or above, is not as described, or leaves something behind.

const [calls = 50_000, addresses = 100_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const AT_ONCE = 8;
const MOST_FILES = 20;
const MOST_MEGABYTES = 400;
/** Without a bound the engine lets garbage lie while the machine has room, and its memory says nothing of what is kept. What is kept beyond this ends the server. */
const HEAP_MEGABYTES = 200;

const problems: string[] = [];
const times: number[] = [];
/** The slowest of all, to be looked at. */
let slowest: { readonly ms: number; readonly what: string }[] = [];

/** Each question from an address of its own, as a crowd would come: a share for each must not become memory for all. */
const fromSomewhere = (index: number) => ({ 'x-forwarded-for': `2001:db8:${(index >> 16).toString(16)}::${(index & 0xffff).toString(16)}` });

async function inTurn<T>(items: readonly T[], ask: (item: T, index: number) => Promise<void>, each: (done: number) => void): Promise<void> {
  let next = 0;
  const tenth = Math.ceil(items.length / 10);
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let index = next++; index < items.length; index = next++) {
      const began = performance.now();
      await ask(items[index] as T, index);
      const ms = performance.now() - began;
      times.push(ms);
      slowest = [...slowest, { ms, what: JSON.stringify(items[index]) }].sort((a, b) => b.ms - a.ms).slice(0, 8);
      if (times.length % tenth === 0) each(times.length);
    }
  }));
}

function rate(name: string, began: number, count: number): void {
  const sorted = times.splice(0).sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const seconds = (performance.now() - began) / 1_000;
  console.log(`${name}: ${count} in ${seconds.toFixed(0)} s, ${Math.round(count / seconds)} a second; half within ${at(0.5)} ms, 99 % within ${at(0.99)} ms, slowest ${at(1)} ms`);
  for (const { ms, what } of slowest.splice(0)) console.log(`  ${Math.round(ms)} ms ${what.slice(0, 160)}`);
}

/** Of the process and all it started, the one that holds most: resident now, and at its highest, in megabytes. */
function memoryOf(root: number): { readonly now: number; readonly highest: number } {
  const status = (pid: string) => readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (text: string, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      return [{ pid: Number(pid), text: status(pid) }];
    } catch {
      return [];
    }
  });
  const family = new Set([root]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { pid, text } of all) if (family.has(field(text, 'PPid'))) family.add(pid);
  }
  const of = (name: string) => Math.max(...all.filter(({ pid }) => family.has(pid)).map(({ text }) => Math.round(field(text, name) / 1024)));
  return { now: of('VmRSS'), highest: of('VmHWM') };
}

const filesUnder = (directory: string): number => readdirSync(directory, { recursive: true }).length;
const filesNow = (dataDirectory: string): number => filesUnder('.next') + filesUnder(path.dirname(dataDirectory));

console.log(`Seed ${seed}.`);
const server = await startOwnServer({ NODE_OPTIONS: `--max-old-space-size=${HEAP_MEGABYTES}` });
try {
  const ask = (address: string, index: number) => fetch(`${server.origin}${address}`, { headers: fromSomewhere(index), redirect: 'manual' });
  // What is popular is there before the strangers come.
  for (const known of ['/', '/charts', '/charts/fatalities-by-quarter', '/charts/fatalities-by-quarter.csv', '/embed/fatalities-by-quarter', '/search?q=x', '/no-such-page']) await (await ask(known, 0)).arrayBuffer();
  const document = (await (await ask('/api/v1/openapi.json', 0)).json()) as OpenApi;
  const ids: string[] = [];
  for (const list of Object.keys(document.paths).slice(1)) {
    const { data } = (await (await ask(`${list}?limit=20`, 1)).json()) as { data: readonly Readonly<Record<string, unknown>>[] };
    ids.push(...data.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])));
  }
  const filesBefore = filesNow(server.dataDirectory);
  const before = memoryOf(server.pid);
  console.log(`Before: ${before.now} MB, ${filesBefore} files.`);

  const tell = (done: number) => console.log(`  ${done}: ${memoryOf(server.pid).now} MB`);
  const statuses = new Map<string, number>();
  const count = (key: string) => statuses.set(key, (statuses.get(key) ?? 0) + 1);
  const isAsDescribed = answerChecker(document);
  let began = performance.now();
  await inTurn(fc.sample(apiQuestions(document, ids), { numRuns: calls, seed }), async ({ path: list, query }, index) => {
    const address = `${list}?${new URLSearchParams(query as [string, string][])}`;
    const answer = await ask(address, index);
    const body = await answer.text();
    count(`API ${answer.status}`);
    // An address longer than the server takes is refused before the API sees it.
    const wrong = answer.status === 431 ? null : answer.status >= 500 ? `${answer.status}` : isAsDescribed(list, { status: answer.status, contentType: answer.headers.get('content-type') ?? '', body });
    if (wrong !== null) problems.push(`${wrong}: ${address.slice(0, 300)}`);
  }, tell);
  rate('API', began, calls);
  const after = memoryOf(server.pid);
  console.log(`After the API: ${after.now} MB, at most ${after.highest} MB, ${filesNow(server.dataDirectory) - filesBefore} new files.`);

  began = performance.now();
  await inTurn(fc.sample(randomAddresses(`-${seed}`), { numRuns: addresses, seed }), async (address, index) => {
    const answer = await ask(address, calls + index);
    await answer.arrayBuffer();
    count(`names ${answer.status}`);
    if (![404, 308, 410].includes(answer.status)) problems.push(`${answer.status}: ${address}`);
  }, tell);
  rate('Names', began, addresses);
  const newFiles = filesNow(server.dataDirectory) - filesBefore;
  const memory = memoryOf(server.pid);
  console.log(`In the end: ${memory.now} MB, at most ${memory.highest} MB, ${newFiles} new files.`);
  console.log([...statuses].sort().map(([key, number]) => `${key}: ${number}`).join(', '));
  if (newFiles >= MOST_FILES) problems.push(`${newFiles} new files`);
  if (memory.highest >= MOST_MEGABYTES) problems.push(`${memory.highest} MB`);
} finally {
  await server.stop();
}
for (const problem of problems.slice(0, 40)) console.error(problem);
console.log(problems.length === 0 ? 'Nothing found.' : `${problems.length} found.`);
process.exitCode = problems.length === 0 ? 0 : 1;

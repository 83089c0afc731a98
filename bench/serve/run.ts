import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startFront } from '../../scripts/cluster/front';
import { BENCH_SLUG, startProduct } from '../embed/product';
import { tableOf } from '../load/table';
import { capture } from './captured';
import { startEmptyNext } from './empty-next';
import { startFileNginx } from './file-nginx';
import { ensureWrk, keepToFirstCore, rateOf } from './wrk';

// `npm run bench:serve -- --rounds 7 --seconds 4`: how often a second kept pages and embeds are answered, beside an empty static Next page, a bare Node server and
// nginx with the same bytes; each round asks all of them in turn, and the ratio of two is the median over the rounds. Ends with an error if a goal is missed.

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, seconds: { type: 'string', default: '4' } } });
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const GOAL = { direct: 0.9, front: 0.8 };
const PATHS = ['/', `/charts/${BENCH_SLUG}`, `/embed/${BENCH_SLUG}`];
const ENCODINGS = ['gzip', 'identity'];
const median = (some: readonly number[]) => [...some].sort((a, b) => a - b)[Math.floor(some.length / 2)] ?? Number.NaN;
const say = (line: string) => console.info(line);

ensureWrk();
const isPinned = keepToFirstCore();
const scratch = mkdtempSync(path.join(tmpdir(), 'frontier-ledger-serve-'));
const ends: (() => unknown)[] = [() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })];
const missed: string[] = [];
try {
  const product = await startProduct(say);
  ends.push(product.stop);
  const empty = await startEmptyNext(await freePort());
  ends.push(empty.stop);
  mkdirSync(path.join(scratch, 'front'));
  const front = await startFront(path.join(scratch, 'front'), await freePort(), [Number(new URL(product.origin).port)]);
  ends.push(front.stop);
  // Asked twice: what is captured is what is kept.
  const answers = [];
  for (const encoding of ENCODINGS) for (const page of [...PATHS, ...PATHS]) answers.push({ encoding, answer: await capture(product.origin, page, encoding) });
  mkdirSync(path.join(scratch, 'files'));
  const files = await startFileNginx(path.join(scratch, 'files'), await freePort(), answers);
  ends.push(files.stop);
  const bare = fork(path.join(import.meta.dirname, 'bare-node.ts'), [], { execArgv: ['--import', 'tsx'] });
  ends.push(() => bare.kill());
  bare.send(answers.map(({ encoding, answer }) => ({ encoding, answer: { ...answer, body: answer.body.toString('base64') } })));
  const [{ port }] = (await once(bare, 'message')) as [{ port: number }];

  say(isPinned ? 'servers on the first core, wrk on the second' : 'servers and wrk share the cores');
  for (const encoding of ENCODINGS) {
    for (const page of PATHS) {
      const contenders = { 'the product': `${product.origin}${page}`, 'empty Next page': `${empty.origin}/`, 'bare Node': `http://127.0.0.1:${port}${page}`, 'behind nginx': `${front.origin.replace('localhost', '127.0.0.1')}${page}`, 'nginx, a file': `${files.origin}${page}` };
      const rates = new Map<string, number[]>(Object.keys(contenders).map((name) => [name, []]));
      for (let round = -1; round < rounds; round += 1) {
        for (const [name, url] of Object.entries(contenders)) {
          const rate = await rateOf(url, round < 0 ? 1 : seconds, [`Accept-Encoding: ${encoding}`], isPinned);
          if (round >= 0) rates.get(name)?.push(rate);
        }
      }
      const against = (name: string, other: string) => median((rates.get(name) ?? []).map((rate, round) => rate / (rates.get(other)?.[round] ?? Number.NaN)));
      const size = answers.find(({ encoding: given, answer }) => given === encoding && answer.path === page)?.answer.body.byteLength ?? 0;
      say(`\n${page} ${encoding}, ${(size / 1024).toFixed(1)} KB`);
      for (const line of tableOf(['  who', 'a second', 'product / it', 'behind nginx / it'], [...rates].map(([name, some]) => [`  ${name}`, median(some).toFixed(0), against('the product', name).toFixed(2), against('behind nginx', name).toFixed(2)]))) say(line);
      const [direct, behind] = [against('the product', 'empty Next page'), against('behind nginx', 'nginx, a file')];
      if (!(direct >= GOAL.direct)) missed.push(`${page} ${encoding}: ${direct.toFixed(2)} of an empty static Next page (goal ${GOAL.direct})`);
      if (!(behind >= GOAL.front)) missed.push(`${page} ${encoding}: behind nginx ${behind.toFixed(2)} of nginx with a file (goal ${GOAL.front})`);
    }
  }
} finally {
  for (const end of ends.reverse()) await end();
}
for (const what of missed) say(`MISSED: ${what}`);
if (missed.length > 0) process.exitCode = 1;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

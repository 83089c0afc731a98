import { readSeedFiles, readSeedHead, readSeedReport, SEED_RELEASES } from '@/db/seed/seed-files';
import { checkSeed } from '@/lib/inputs/seed-check';

// Checks the starting data as they lie in db/seed; ends with 1 and one line a problem (file, row, field, reason) where they are not sound.

const files = SEED_RELEASES.flatMap(readSeedFiles);
const heads = new Map(SEED_RELEASES.map((release) => [release, readSeedHead(release)]));
const problems = checkSeed(files, heads, readSeedReport());

for (const { file, row, field, reason } of problems) console.error(`${file}  ${row}  ${field}  ${reason}`);
const rows = files.reduce((sum, file) => sum + (Array.isArray(file.rows) ? file.rows.length : 0), 0);
console.log(problems.length === 0 ? `The starting data are sound: ${rows} rows in ${files.length} files.` : `${problems.length} problems in the starting data.`);
process.exitCode = problems.length === 0 ? 0 : 1;

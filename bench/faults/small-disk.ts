import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// A disk of its own for a proof, so small that it can be filled to the last byte.

export interface SmallDisk {
  readonly directory: string;
  freeMb(): number;
  /** Takes whatever room is left; again and again as long as it is asked to. */
  fill(): void;
  empty(): void;
  remove(): void;
}

const MB = 1024 * 1024;

/** Throws one line that says what it takes where it cannot be made. */
export function makeSmallDisk(megabytes: number): SmallDisk {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error('This proof takes root on Linux, to mount a tmpfs as a disk of its own.');
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', directory], { stdio: 'pipe' });
  } catch (cause) {
    fs.rmdirSync(directory);
    throw new Error('This proof takes the right to mount a tmpfs, which a container has with --cap-add SYS_ADMIN.', { cause });
  }
  const filler = path.join(directory, 'filler');
  return {
    directory,
    freeMb: () => {
      const { bavail, bsize } = fs.statfsSync(directory);
      return Math.round((bavail * bsize) / MB);
    },
    fill: () => {
      const file = fs.openSync(filler, 'a');
      try {
        for (const piece of [Buffer.alloc(MB), Buffer.alloc(4096)]) writeUntilFull(file, piece);
      } finally {
        fs.closeSync(file);
      }
    },
    empty: () => fs.rmSync(filler, { force: true }),
    remove: () => {
      execFileSync('umount', ['--lazy', directory], { stdio: 'pipe' });
      fs.rmdirSync(directory);
    },
  };
}

function writeUntilFull(file: number, piece: Buffer): void {
  try {
    for (;;) if (fs.writeSync(file, piece) < piece.length) return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

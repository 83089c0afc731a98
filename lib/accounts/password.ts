import { hash, verify } from '@node-rs/argon2';
import { accept, refuse, type Outcome } from '../../domain/outcome';
import { COMMON_PASSWORDS, PRODUCT_WORDS } from './common-passwords';

export const PASSWORD_MINIMUM = 12;
export const PASSWORD_ADVISED = 15;
export const PASSWORD_MAXIMUM = 256;

// The smallest setting OWASP and ASVS accept for argon2id (the package's default kind); each hash takes 19 MiB, so four at most run at once.
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MAXIMUM_AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAXIMUM_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed over, not freed, when somebody waits: the count never passes the maximum.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The argon2id hash (PHC text) of a password in Unicode form NFKC, so that two keyboards give the same bytes. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), SETTINGS));
}

/** Whether the password gives this hash. Throws when the stored text is no argon2 hash: that is a broken row, not a wrong password. */
export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return inTurn(() => verify(stored, password.normalize('NFKC')));
}

export type PasswordRefusal =
  | { readonly code: 'password-short'; readonly message: string }
  | { readonly code: 'password-long'; readonly message: string }
  | { readonly code: 'password-common'; readonly message: string }
  | { readonly code: 'password-personal'; readonly message: string };

export const PASSWORD_REFUSALS: { readonly [C in PasswordRefusal['code']]: string } = {
  'password-short': `The password needs at least ${PASSWORD_MINIMUM} characters; ${PASSWORD_ADVISED} or more are better. Four unrelated words are easy to keep.`,
  'password-long': `The password may have ${PASSWORD_MAXIMUM} characters at most.`,
  'password-common': 'This password is among the first that guessers try. Choose another one; four unrelated words are easy to keep.',
  'password-personal': 'This password is made of your own name or email address. Choose another one; four unrelated words are easy to keep.',
};

const refusePassword = (code: PasswordRefusal['code']): Outcome<never, PasswordRefusal> => refuse({ code, message: PASSWORD_REFUSALS[code] });

/** Takes the given words and what people put around them (digits, signs) out; few characters left means the password is made of them. */
function isMadeOf(folded: string, words: readonly string[]): boolean {
  const rest = words
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), folded);
  return rest !== folded && rest.replace(/[\d\p{P}\p{S}]/gu, '').length < 4;
}

const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm'].flatMap((run) => [run, [...run].reverse().join('')]);

/** One short piece again and again, or one run of the alphabet or the keyboard. */
function isPattern(folded: string): boolean {
  if (/^(.{1,4})\1+.{0,3}$/u.test(folded)) return true;
  return RUNS.some((run) => run.includes(folded)) || new Set(folded).size < 5;
}

/** Accepts a password that is long enough and not among the first guesses; no rules about kinds of characters. */
export function checkPassword(password: string, person: { readonly email: string; readonly name: string }): Outcome<string, PasswordRefusal> {
  const normal = password.normalize('NFKC');
  const length = [...normal].length;
  if (length < PASSWORD_MINIMUM) return refusePassword('password-short');
  if (length > PASSWORD_MAXIMUM) return refusePassword('password-long');
  const folded = normal.toLowerCase().replace(/\s+/gu, '');
  if (COMMON_PASSWORDS.has(folded) || isPattern(folded) || isMadeOf(folded, PRODUCT_WORDS)) return refusePassword('password-common');
  const own = [...person.email.toLowerCase().split(/[@.+_-]/u), ...person.name.toLowerCase().split(/\s+/u)];
  if (isMadeOf(folded, [...own, ...PRODUCT_WORDS])) return refusePassword('password-personal');
  return accept(password);
}

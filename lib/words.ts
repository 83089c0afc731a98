import compile from 'icu-minify/compile';
import type { CompiledMessage } from 'icu-minify/format';
import { CATALOGUES, type MessageTree } from '@/messages/catalogue';
import { type Digits, type Language, type MessageName, USUAL_DIGITS } from '@/domain/words';
import { type CompiledMessages, type FullWords, makeWords } from './make-words';

// The words of the server: every language, messages compiled when first said.

const known = new Map<string, FullWords>();

/** The words of a language; a message it lacks is said in English. */
export function wordsOf(language: Language, digits: Digits = USUAL_DIGITS[language]): FullWords {
  const key = `${language} ${digits}`;
  const words = known.get(key) ?? makeWords(language, digits, (name) => messageOf(language, name));
  known.set(key, words);
  return words;
}

/** Whether a language says a message itself. */
export function isTranslated(language: Language, name: MessageName): boolean {
  return textOf(language, name) !== undefined;
}

/** The messages whose names begin with one of these, for the browser: `drawing.`, `view.range.`. */
export function messagesFor(language: Language, beginnings: readonly string[]): CompiledMessages {
  const names = namesOf(CATALOGUES.en).filter((name) => beginnings.some((beginning) => name.startsWith(beginning)));
  const messages = Object.fromEntries(names.map((name) => [name, messageOf(language, name as MessageName) ?? '']));
  // A compiled plural has no prototype, and React hands over plain objects only.
  return JSON.parse(JSON.stringify(messages)) as CompiledMessages;
}

/** Every message's name, in the order of the files. */
export function namesOf(tree: MessageTree, above = ''): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${above}${key}`] : namesOf(value, `${above}${key}.`)));
}

const compiled = new Map<string, CompiledMessage>();

function messageOf(language: Language, name: MessageName): CompiledMessage | undefined {
  const key = `${language} ${name}`;
  const ready = compiled.get(key);
  if (ready !== undefined) return ready;
  const text = textOf(language, name) ?? textOf('en', name);
  if (text === undefined) return undefined;
  const fresh = compile(text);
  compiled.set(key, fresh);
  return fresh;
}

/** The text as a translator wrote it; undefined where the language has none. */
export function textOf(language: Language, name: string): string | undefined {
  let at: string | MessageTree | undefined = CATALOGUES[language];
  for (const step of name.split('.')) at = typeof at === 'object' ? at[step] : undefined;
  return typeof at === 'string' && at !== '' ? at : undefined;
}

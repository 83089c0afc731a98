'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Digits, Language, Words } from '@/domain/words';
import { type CompiledMessages, makeWords } from '@/lib/make-words';

interface WordsProviderProps {
  readonly language: Language;
  readonly digits: Digits;
  /** Those that the pieces inside need, from `messagesFor`. */
  readonly messages: CompiledMessages;
  readonly children: ReactNode;
}

const WordsContext = createContext<Words | null>(null);

/** Hands words to the parts of a page that live in the browser; parts drawn on the server get theirs as a prop. */
export function WordsProvider({ language, digits, messages, children }: WordsProviderProps) {
  const words = useMemo(() => makeWords(language, digits, (name) => messages[name]), [language, digits, messages]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** The words of the nearest provider. Throws outside of one. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('There are no words here: a WordsProvider is missing above.');
  return words;
}

'use client';

import { useState, useSyncExternalStore } from 'react';
import { useWords } from '@/components/words/words';
import { afterPaint } from '../ui/after-paint';
import { THEME_STORAGE_KEY } from './theme-script';

type Theme = 'auto' | 'light' | 'dark';
const NEXT: Record<Theme, Theme> = { auto: 'dark', dark: 'light', light: 'auto' };
const MARK: Record<Theme, string> = { auto: '◐', dark: '●', light: '○' };

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

const shown = (): Theme => {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
};

function choose(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'auto') localStorage.removeItem(THEME_STORAGE_KEY);
    else localStorage.setItem(THEME_STORAGE_KEY, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

/** Goes round auto, dark, light. Without JavaScript it keeps its place unseen, and the system's theme holds. */
export function ThemeControl() {
  const stands = useSyncExternalStore(subscribe, shown, (): Theme => 'auto');
  const words = useWords();
  // A long page takes a phone a moment to recolour: the button answers first.
  const [asked, setAsked] = useState<Theme | null>(null);
  const theme = asked ?? stands;
  const ask = (next: Theme): void => {
    setAsked(next);
    afterPaint(() => { choose(next); setAsked(null); });
  };
  return (
    <button
      type="button"
      onClick={() => ask(NEXT[theme])}
      className="invisible inline-flex min-h-8 items-center gap-1.5 rounded-sm border border-rule px-2 text-xs text-muted hover:border-ink hover:text-ink in-[[data-js]]:visible"
    >
      <span aria-hidden="true" className="text-sm leading-none">{MARK[theme]}</span>
      <span className="sr-only">{words.say('layout.theme.label')}</span>
      {words.say(`layout.theme.${theme}`)}
    </button>
  );
}

import type { Words } from '@/domain/words';

export function SkipLink({ words }: { readonly words: Words }) {
  return (
    <a href="#content" className="absolute start-2 top-2 z-50 -translate-y-20 rounded-sm bg-ink px-4 py-2 text-paper focus:translate-y-0">
      {words.say('layout.skip')}
    </a>
  );
}

import type { Words } from '@/domain/words';

interface PrintedFromProps {
  readonly address: string;
  readonly release: number;
  readonly words: Words;
}

/** Stands on paper only: where this page can be had again, as it was printed. */
export function PrintedFrom({ address, release, words }: PrintedFromProps) {
  return <p className="printed-from hidden print:block">{words.say('layout.printedFrom', { release: words.ordinal(release), address: words.isolate(address) })}</p>;
}

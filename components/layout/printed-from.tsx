interface PrintedFromProps {
  readonly address: string;
  readonly release: number;
}

/** Stands on paper only: where this page can be had again, as it was printed. */
export function PrintedFrom({ address, release }: PrintedFromProps) {
  return <p className="printed-from hidden print:block">Frontier Ledger, release {release}. This page as it was printed: {address}</p>;
}

import type { FileFormat } from './inputs/address';
import { NOTHING } from './site-headers';

// What every public file is sent with, also when it is refused, unchanged or not there: data that anybody may load and no browser may run.

/** A drawing opened as a page of its own carries its letters in data addresses and may run nothing. */
const DRAWING = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function fileHeaders(format: FileFormat): readonly (readonly [name: string, value: string])[] {
  return [
    ['Content-Security-Policy', format === 'svg' ? DRAWING : NOTHING],
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
    ['Access-Control-Allow-Origin', '*'],
  ];
}

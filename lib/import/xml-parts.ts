import { SaxesParser } from 'saxes';
import { UnreadableSheet } from './unreadable';
import type { ZipFile } from './zip-file';

// XML of a workbook, read as a stream of tags. Entities of a document's own are never resolved, so none can grow or lead elsewhere.

export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** After each piece of the file. */
  piece?(): void;
}

/** Hands every tag of a part to `events`, names without their prefix. Throws UnreadableSheet where the XML is broken. */
export async function readXml(zip: ZipFile, part: string, limit: number, events: XmlEvents): Promise<void> {
  for await (const _ of xmlPieces(zip, part, limit, events)) events.piece?.();
}

/** The same, giving way after each piece. */
export async function* xmlPieces(zip: ZipFile, part: string, limit: number, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', () => {
    throw new UnreadableSheet({ row: 1, column: null, reason: `The part ${part} of the workbook is damaged. Open it, save it again and try once more.` });
  });
  parser.on('doctype', () => {
    throw new UnreadableSheet({ row: 1, column: null, reason: 'The workbook holds a document type of its own, as none that a spreadsheet saved does.' });
  });
  parser.on('opentag', ({ name, attributes }) => events.open?.(local(name), attributes as Record<string, string>));
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  parser.on('closetag', ({ name }) => events.close?.(local(name)));
  const decoder = new TextDecoder('utf-8');
  for await (const piece of zip.read(part, limit)) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.close();
}

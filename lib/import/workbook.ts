import path from 'node:path';
import { fromEpochDay } from '@/domain/day';
import type { FileBytes } from './file-bytes';
import { UnreadableSheet } from './unreadable';
import { readXml } from './xml-parts';
import { ZipFile } from './zip-file';

// What a workbook holds beside its sheets: their names, the texts they share, and which numbers are dates.

/** A part unpacks to at most so much; texts are held in memory, sheets are not. */
const PART_LIMIT = 16 * 1024 * 1024;
const TEXTS_LIMIT = 64 * 1024 * 1024;
const MOST_SHEETS = 500;

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
}

export type NumberKind = 'number' | 'date' | 'percent';

export class Workbook {
  private constructor(
    readonly zip: ZipFile,
    /** The sheets with cells, in the order of their tabs; hidden ones too. */
    readonly sheets: readonly WorkbookSheet[],
    private readonly isFrom1904: boolean,
    private readonly parts: { readonly styles: string | null; readonly texts: string | null },
  ) {}

  /** Throws UnreadableSheet for an archive that is no workbook. */
  static async open(file: FileBytes): Promise<Workbook> {
    const zip = await ZipFile.open(file);
    if (!zip.has('xl/workbook.xml')) throw new UnreadableSheet({ row: 1, column: null, reason: 'This is an archive (zip) and not a workbook. Unpack it and choose the file inside.' });
    const targets = new Map<string, { readonly part: string; readonly type: string }>();
    const byType = new Map<string, string>();
    await readXml(zip, 'xl/_rels/workbook.xml.rels', PART_LIMIT, {
      open(name, { Id = '', Target = '', Type = '' }) {
        if (name !== 'Relationship') return;
        const part = Target.startsWith('/') ? Target.slice(1) : path.posix.join('xl', Target);
        const type = Type.slice(Type.lastIndexOf('/') + 1);
        targets.set(Id, { part, type });
        byType.set(type, part);
      },
    });
    const sheets: WorkbookSheet[] = [];
    let isFrom1904 = false;
    await readXml(zip, 'xl/workbook.xml', PART_LIMIT, {
      open(name, attributes) {
        if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
        if (name !== 'sheet' || sheets.length >= MOST_SHEETS) return;
        // The prefix is the writer's choice; `r:` is only the usual one.
        const [, id = ''] = Object.entries(attributes).find(([attribute]) => attribute.endsWith(':id')) ?? [];
        const target = targets.get(id);
        // Tabs that are charts or macros have no cells; a tab that leads nowhere is no reason to read another one in its place.
        if (target === undefined || (target.type === 'worksheet' && !zip.has(target.part))) throw new UnreadableSheet({ row: 1, column: null, reason: `The workbook is damaged: its sheet “${attributes.name ?? ''}” is missing.` });
        if (target.type === 'worksheet') sheets.push({ name: attributes.name ?? '', part: target.part });
      },
    });
    if (sheets.length === 0) throw new UnreadableSheet({ row: 1, column: null, reason: 'The workbook has no sheet with cells.' });
    return new Workbook(zip, sheets, isFrom1904, { styles: byType.get('styles') ?? null, texts: byType.get('sharedStrings') ?? null });
  }

  /** The texts that cells refer to by number. */
  async readTexts(): Promise<readonly string[]> {
    const texts: string[] = [];
    if (this.parts.texts === null) return texts;
    let text = '';
    let isText = false;
    let isReading = false;
    await readXml(this.zip, this.parts.texts, TEXTS_LIMIT, {
      open(name) {
        if (name === 'si') text = '';
        if (name === 'rPh') isReading = true;
        isText = name === 't' && !isReading;
      },
      text(piece) {
        if (isText) text += piece;
      },
      close(name) {
        if (name === 't') isText = false;
        if (name === 'rPh') isReading = false;
        if (name === 'si') texts.push(unescapeCell(text));
      },
    });
    return texts;
  }

  /** For each style of cells, by its number, what its numbers are. */
  async readNumberKinds(): Promise<readonly NumberKind[]> {
    const kinds: NumberKind[] = [];
    // Without its styles a workbook's dates would be taken for numbers: a missing part is a damaged workbook.
    if (this.parts.styles === null) return kinds;
    const formats = new Map<string, string>();
    let isCells = false;
    await readXml(this.zip, this.parts.styles, PART_LIMIT, {
      open(name, { numFmtId = '', formatCode = '' }) {
        if (name === 'numFmt') formats.set(numFmtId, formatCode);
        if (name === 'cellXfs') isCells = true;
        if (name === 'xf' && isCells) kinds.push(numberKind(Number(numFmtId), formats.get(numFmtId)));
      },
      close(name) {
        if (name === 'cellXfs') isCells = false;
      },
    });
    return kinds;
  }

  /** A date as spreadsheets count them: `2025-10-12`, with the time where it has one. Null for the day that never was, 29 February 1900, and beyond the calendar. */
  dayOf(serial: number): string | null {
    const whole = Math.floor(serial);
    if (this.isFrom1904 ? whole < 0 : whole < 1 || whole === 60) return null;
    const epochDay = this.isFrom1904 ? whole - 24_107 : whole < 60 ? whole - 25_568 : whole - 25_569;
    if (epochDay > 2_932_896) return null;
    const seconds = Math.round((serial - whole) * 86_400);
    const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
    return seconds === 0 || seconds === 86_400 ? fromEpochDay(epochDay) : `${fromEpochDay(epochDay)} ${time}`;
  }
}

/** Formats that every workbook has without naming them. */
function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent';
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'number';
  }
  const [bare = ''] = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').split(';');
  if (bare.includes('%')) return 'percent';
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare)) ? 'date' : 'number';
}

/** `_x000D_` in the XML stands for the letter of that number. */
export function unescapeCell(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
}

import { z } from 'zod';

// What a browser says when a page tried what its policy forbids. It comes from strangers, so of each part only a short, plain piece is kept.

const piece = z.string().transform((text) => text.replace(/[^\x20-\x7e]/g, ' ').slice(0, 200));
const report = z.object({
  'csp-report': z.object({ 'document-uri': piece, 'effective-directive': piece.optional(), 'violated-directive': piece.optional(), 'blocked-uri': piece.optional() }),
});

export interface PolicyReport {
  /** The page's path alone: a query may hold what somebody looked for. */
  readonly page: string;
  readonly directive: string;
  readonly blocked: string;
}

/** Null for anything that is no such report. */
export function parsePolicyReport(text: string): PolicyReport | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = report.safeParse(value);
  if (!parsed.success) return null;
  const { 'document-uri': page, 'effective-directive': directive, 'violated-directive': violated, 'blocked-uri': blocked } = parsed.data['csp-report'];
  return { page: withoutQuery(page), directive: directive ?? violated ?? '', blocked: withoutQuery(blocked ?? '') };
}

function withoutQuery(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? '';
}

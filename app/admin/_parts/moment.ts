import { labelDay } from '@/domain/period';

/** `22 Nov 2026, 15:20 UTC` */
export function momentLabel(at: Date): string {
  const iso = at.toISOString();
  return `${labelDay(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}

import type { TimedModel } from '@/domain/chart/narrow';
import { fromEpochDay, labelDay } from '@/domain/period';

/** What a step of the range is called: its band, or its day. */
export function stepLabel(model: TimedModel, index: number): string {
  return model.kind === 'closures' ? labelDay(fromEpochDay(model.axis.from + index)) : model.bands[index]?.label ?? '';
}

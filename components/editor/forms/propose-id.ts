import { idFrom } from '@/domain/row-id';
import { parseTypedDay, printTypedDay } from '@/domain/typed-day';
import type { Typed } from './field-spec';
import type { FormKind } from './row-fields';

/** The id that what is typed gives a new row; '' where it gives none yet. Other rows may have it. */
export function proposeId(kind: FormKind, typed: Typed): string {
  const text = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : '');
  const date = (name: string) => {
    const read = parseTypedDay(text(name));
    return read.ok ? printTypedDay(read.value.day, read.value.precision) : '';
  };
  switch (kind) {
    case 'source': return text('title') === '' ? '' : idFrom(text('publisher'), date('publishedOn'), text('title'));
    case 'organisation': return idFrom(text('shortName') === '' ? text('name') : text('shortName'));
    case 'series': {
      if (text('indicatorId') === '' || text('organisationId') === '') return '';
      const [geography, part] = [text('geography'), text('breakdown')];
      return idFrom(text('organisationId'), text('indicatorId'), geography === 'pakistan' ? '' : geography, part === 'all' || part === geography ? '' : part);
    }
    case 'incident': return text('title') === '' ? '' : idFrom(date('start').slice(0, 7), text('title').replace(/\b(of|on|at|in|the|and)\b/gi, ' ').replace(/\d+(\s*[–-]\s*\d+)?/g, ' '));
    case 'annotation': return text('label') === '' ? '' : idFrom(date('day'), text('label'));
    default: return idFrom(text('name'));
  }
}

import { describe, expect, it } from 'vitest';
import { contentOf, faultsOf, formOf, newForm } from '@/components/editor/chart-builder/chart-form';
import { readPreviewDefinition } from '@/lib/inputs/preview-definition';
import type { RowContents } from '@/domain/draft';
import { seedCharts } from '../../fixtures/starting-data';

const contents = seedCharts(2).map(({ id: _id, revision: _r, publishedIn: _p, change: _c, changeNote: _n, status: _s, citations: _ci, ...content }) => content as RowContents['chart']);

describe('the form of a chart', () => {
  it.each(contents.map((content) => [content.slug, content] as const))('%s comes out as it went in', (slug, content) => {
    expect(contentOf(formOf(content))).toEqual(content);
    expect(faultsOf(formOf(content), [])).toEqual({});
    expect(readPreviewDefinition({ ...content })).toEqual({ ok: true, value: content });
    expect(faultsOf(formOf(content), [slug])).toEqual({ slug: 'Another chart has this address. Choose another.' });
  });

  it('says beside every field what is missing, and asks for alt text and description', () => {
    expect(Object.keys(faultsOf(newForm(1), [])).toSorted()).toEqual(['altText', 'countingRule', 'description', 'seriesIds', 'slug', 'subtitle', 'title']);
    const form = formOf(contents[0] ?? contentOf(newForm(1)));
    expect(faultsOf({ ...form, title: 'x'.repeat(81), subtitle: 'x'.repeat(161), from: '2023-13', slug: 'Not so' }, [])).toMatchObject({
      title: 'This is longer than 80 letters.', subtitle: 'This is longer than 160 letters.', from: 'Write a period, such as 2023 or 2023-Q1.', slug: expect.stringContaining('lower-case'),
    });
  });

  it('keeps what was chosen when another kind is looked at', () => {
    const form = { ...newForm(1), seriesIds: ['a', 'b'], crossingIds: ['torkham'], from: '2023', to: '2024' };
    expect(contentOf({ ...form, kind: 'closures' })).toMatchObject({ options: { crossingIds: ['torkham'], from: '2023' } });
    expect(contentOf({ ...form, kind: 'periods' })).toMatchObject({ options: { seriesIds: ['a', 'b'], from: '2023' } });
  });
});

describe('a definition that is still being written', () => {
  const options = { seriesIds: ['crss'], periodKind: 'quarter', arrangement: 'single', from: null, to: null, showAnnotations: false };
  const read = (more: object) => readPreviewDefinition({ kind: 'periods', options, ...more });

  it('is drawn without its words, and speaks for itself where the editor does not', () => {
    expect(read({})).toMatchObject({ ok: true, value: { title: 'Title', altText: '', slug: 'preview', position: 1 } });
    expect(read({ altText: '  Mine. ', title: 'x'.repeat(200), slug: 'Not so', position: -3 })).toMatchObject({ ok: true, value: { altText: 'Mine.', title: 'x'.repeat(80), slug: 'preview', position: 1 } });
  });

  it.each([
    [{ kind: 'pie' }, 'kind', 'This is not one of the choices.'],
    [{ options: { ...options, from: '2023-13' } }, 'from', 'There is no month “2023-13”.'],
    [{ options: { ...options, seriesIds: [] } }, 'seriesIds', 'Choose at least one'],
    [{ options: { ...options, periodKind: 'day', from: '0001', to: '9999' } }, 'periodKind', 'too many to draw'],
    [{ options: { ...options, arrangement: 'heap' } }, 'arrangement', 'This is not one of the choices.'],
  ])('%o is refused beside %s', (more, field, message) => {
    const outcome = read(more);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'definition-malformed', field } });
    expect(outcome.ok ? '' : outcome.refusal.message).toContain(message);
  });
});

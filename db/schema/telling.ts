import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ChartDefinition, ChartKind } from '../../domain/chart/definition';
import type { Binding, Condition } from '../../domain/sentence';
import { day, key, notBlank, oneOf, type Words } from './columns';
import { ledgerColumns, ledgerRules } from './ledger-columns';

const CHART_KINDS: Words<ChartKind> = { periods: true, 'year-to-date': true, closures: true, 'closed-days': true, claims: true, map: true };

/** A dated event worth marking on a time axis. */
export const annotations = pgTable('annotations', {
  ...ledgerColumns(),
  day: day('day').notNull(),
  label: text('label').notNull(),
  description: text('description').notNull(),
}, (t) => [...ledgerRules('annotations', t), notBlank('annotations_label', t.label)]);

/** A stored chart definition. */
export const charts = pgTable('charts', {
  ...ledgerColumns(),
  slug: key('slug').notNull(),
  kind: text('kind').$type<ChartKind>().notNull(),
  title: text('title').notNull(),
  subtitle: text('subtitle').notNull(),
  description: text('description').notNull(),
  countingRule: text('counting_rule').notNull(),
  altText: text('alt_text').notNull(),
  position: integer('position').notNull(),
  options: jsonb('options').$type<ChartDefinition['options']>().notNull(),
}, (t) => [
  ...ledgerRules('charts', t),
  uniqueIndex('charts_one_current_slug').on(t.slug).where(sql`published_in is not null and superseded_in is null`),
  check('charts_slug', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  oneOf('charts_kind', t.kind, CHART_KINDS),
  notBlank('charts_title', t.title),
  check('charts_options', sql`jsonb_typeof(${t.options}) = 'object'`),
]);

/** Prose with bindings to readings and conditions. */
export const sentences = pgTable('sentences', {
  ...ledgerColumns(),
  text: text('text').notNull(),
  bindings: jsonb('bindings').$type<readonly Binding[]>().notNull(),
  conditions: jsonb('conditions').$type<readonly Condition[]>().notNull(),
  placement: key('placement').notNull(),
  position: integer('position').notNull(),
}, (t) => [
  ...ledgerRules('sentences', t),
  notBlank('sentences_text', t.text),
  check('sentences_bindings', sql`jsonb_typeof(${t.bindings}) = 'array' and jsonb_typeof(${t.conditions}) = 'array'`),
]);

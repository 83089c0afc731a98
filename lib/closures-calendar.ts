import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { ClosureEvent } from '@/domain/closure-calendar';

// Closures as a calendar (RFC 5545): one event a closure, in whole days, the same bytes for the same release.

interface ClosuresCalendar {
  readonly events: readonly ClosureEvent[];
  readonly release: number;
  /** ISO instant of the release: the stamp of every event, so that the file does not change with the hour it is asked for. */
  readonly publishedAt: string;
  readonly siteUrl: string;
  /** Public address of the calendar itself. */
  readonly address: string;
}

/** Withdrawn closures stay as cancelled events, so that calendars which had them strike them out. Events never make a person busy. */
export function printClosuresCalendar({ events, release, publishedAt, siteUrl, address }: ClosuresCalendar): string {
  const calendar = ical({
    name: 'Border closures, Pakistan–Afghanistan (Frontier Ledger)',
    description: `Closures of border crossings between Pakistan and Afghanistan, release ${release}. An end that nobody reported is not guessed: the event stops on the last day on which the crossing was seen shut.`,
    prodId: { company: 'Frontier Ledger', product: 'Border closures', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    url: `${siteUrl}${address}`,
    source: `${siteUrl}${address}`,
    // A day: releases are not more frequent, and a calendar needs no more.
    ttl: 86_400,
  });
  for (const event of events) {
    calendar.createEvent({
      id: `${event.id}@frontier-ledger`,
      sequence: event.revision - 1,
      stamp: new Date(publishedAt),
      start: dayOf(event.start),
      end: dayOf(event.end),
      allDay: true,
      summary: event.title,
      description: event.description,
      location: { title: event.place, ...(event.position && { geo: { lat: event.position.latitude, lon: event.position.longitude } }) },
      status: event.isWithdrawn ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: [{ name: 'Border closure' }],
      url: `${siteUrl}/closures`,
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** Noon in universal time: the same date wherever the server stands. */
function dayOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

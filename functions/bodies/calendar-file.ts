import type { Instant } from '../../shared/kernel/day.ts';
import { instantOf, type WallTime } from '../../shared/kernel/wall-time.ts';

/** One sitting as a calendar programme shows it. */
export interface CalendarEvent {
  /** Stays the same over every change, so that a programme replaces what it knows: `<sitting>@<host>`. */
  readonly uid: string;
  /** How often time or place changed: of two files the higher number counts (RFC 5545, 3.8.7.4). */
  readonly revision: number;
  readonly from: WallTime;
  readonly to: WallTime;
  readonly title: string;
  /** Room and address; empty for a sitting online. */
  readonly place: string;
  /** The portal's page of the sitting. */
  readonly address: string;
  /** Who invites. */
  readonly office: { readonly name: string; readonly mail: string };
  readonly isCancelled: boolean;
}

const OCTETS = 75;

/** Longer lines go on in the next one after a blank; no sign is cut in two (RFC 5545, 3.1). */
const folded = (line: string): string => {
  const lines = [''];
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > OCTETS) {
      lines.push(' ');
      octets = 1;
    }
    lines[lines.length - 1] += sign;
    octets += size;
  }
  return lines.join('\r\n');
};

/** A line break in a text is written as `\n`; nothing that a person typed can begin a line of its own (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n?|\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, '');

/** A value of a parameter stands in quotes and holds none (RFC 5545, 3.2). */
const quoted = (text: string): string => `"${text.replaceAll(/[\p{Cc}"]/gu, '')}"`;

const stamp = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** In UTC, so that no reader needs to know when clocks change in Berlin. */
const moment = (at: WallTime): string => {
  const found = instantOf(at);
  if (!found.ok) throw new RangeError(`${found.refusal}: ${at}`);
  return stamp(found.value);
};

const linesOf = (event: CalendarEvent, at: Instant): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `SEQUENCE:${event.revision}`,
  `DTSTAMP:${stamp(at)}`,
  `DTSTART:${moment(event.from)}`,
  `DTEND:${moment(event.to)}`,
  `SUMMARY:${escaped(event.title)}`,
  ...(event.place === '' ? [] : [`LOCATION:${escaped(event.place)}`]),
  `URL:${event.address}`,
  `ORGANIZER;CN=${quoted(event.office.name)}:mailto:${event.office.mail}`,
  `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
];

/**
 * The calendar file (iCalendar, RFC 5545) of one sitting, made at the instant given. It publishes and asks for no answer; of a
 * sitting that was cancelled it takes the entry back (RFC 5546, 3.2.1 and 3.2.5).
 * @throws RangeError for a time that the clock change leaves out or has twice; no sitting is planned for one.
 */
export const calendarFile = (event: CalendarEvent, at: Instant): { readonly method: string; readonly text: string } => {
  const method = event.isCancelled ? 'CANCEL' : 'PUBLISH';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Anteil//Sitzungen//DE',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...linesOf(event, at),
    'END:VCALENDAR',
  ];
  return { method, text: lines.map((line) => `${folded(line)}\r\n`).join('') };
};

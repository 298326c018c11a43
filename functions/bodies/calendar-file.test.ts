import { describe, expect, test } from 'vitest';
import { instant } from '../../shared/kernel/day.ts';
import { wallTime } from '../../shared/kernel/wall-time.ts';
import { calendarFile, type CalendarEvent } from './calendar-file.ts';

const AT = instant('2026-11-23T08:00:00Z');

const ANY: CalendarEvent = {
  uid: 'sitting-1@portal.example',
  revision: 0,
  from: wallTime('2026-12-03T17:30'),
  to: wallTime('2026-12-03T19:30'),
  title: 'Sitzung des Beirats',
  place: 'Rathaus, Raum 12',
  address: 'https://portal.example/bodies/body-bezirk-03/sittings/sitting-1',
  office: { name: 'Geschäftsstelle', mail: 'beirat@anteil.example' },
  isCancelled: false,
};

/** As a calendar programme reads it: without the folds. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar file of a sitting', () => {
  test('names the sitting, its times in UTC and who invites', () => {
    expect(unfolded(calendarFile(ANY, AT).text)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Anteil//Sitzungen//DE',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:sitting-1@portal.example',
      'SEQUENCE:0',
      'DTSTAMP:20261123T080000Z',
      'DTSTART:20261203T163000Z',
      'DTEND:20261203T183000Z',
      'SUMMARY:Sitzung des Beirats',
      String.raw`LOCATION:Rathaus\, Raum 12`,
      'URL:https://portal.example/bodies/body-bezirk-03/sittings/sitting-1',
      'ORGANIZER;CN="Geschäftsstelle":mailto:beirat@anteil.example',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('is an hour earlier in UTC in summer', () => {
    const summer = { ...ANY, from: wallTime('2027-06-03T17:30'), to: wallTime('2027-06-03T19:30') };
    expect(calendarFile(summer, AT).text).toContain('DTSTART:20270603T153000Z');
  });

  test('past midnight it is one entry that ends on the next day, also in the nights of the clock change', () => {
    const night = (from: string, to: string) =>
      unfolded(calendarFile({ ...ANY, from: wallTime(from), to: wallTime(to) }, AT).text).filter((line) =>
        /^DT(?:START|END)|^BEGIN:VEVENT/.test(line),
      );
    expect(night('2026-12-03T19:00', '2026-12-04T00:30')).toEqual([
      'BEGIN:VEVENT',
      'DTSTART:20261203T180000Z',
      'DTEND:20261203T233000Z',
    ]);
    expect(night('2027-03-27T22:00', '2027-03-28T04:00').at(-1)).toBe('DTEND:20270328T020000Z');
    expect(night('2026-10-24T22:00', '2026-10-25T04:00').at(-1)).toBe('DTEND:20261025T030000Z');
  });

  test('a move keeps the entry and counts on', () => {
    const lines = unfolded(calendarFile({ ...ANY, revision: 3 }, AT).text);
    expect(lines).toContain('UID:sitting-1@portal.example');
    expect(lines).toContain('SEQUENCE:3');
  });

  test('a cancellation takes the same entry back', () => {
    const { method, text } = calendarFile({ ...ANY, revision: 4, isCancelled: true }, AT);
    expect(method).toBe('CANCEL');
    for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'UID:sitting-1@portal.example', 'SEQUENCE:4'])
      expect(unfolded(text)).toContain(line);
  });

  test.each([
    ['ASCII', 'a'.repeat(300)],
    ['two octets', 'ß'.repeat(200)],
    ['three octets', 'قرار'.repeat(60)],
    ['four octets', '🙂'.repeat(90)],
  ])('folds %s at 75 octets and cuts no sign', (_, title) => {
    const { text } = calendarFile({ ...ANY, title }, AT);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\uFFFD');
    expect(unfolded(text)).toContain(`SUMMARY:${title}`);
  });

  test('what a person typed never becomes a line of its own', () => {
    const title = 'Sitzung\r\nATTACH:https://evil.example/x.exe\nEND:VEVENT\u0000\rX';
    const office = { name: 'A"\r\nATTENDEE:b', mail: 'beirat@anteil.example' };
    const lines = unfolded(calendarFile({ ...ANY, title, place: String.raw`a;b,c\d`, office }, AT).text);
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(lines.some((line) => /^(ATTACH|ATTENDEE|X)/.test(line))).toBe(false);
    expect(lines).toContain(String.raw`LOCATION:a\;b\,c\\d`);
  });

  test('a sitting online has no place', () => {
    expect(calendarFile({ ...ANY, place: '' }, AT).text).not.toContain('LOCATION');
  });
});

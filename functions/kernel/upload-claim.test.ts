import { deflateSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { asId, type UploadId } from '../../shared/kernel/id.ts';
import { UPLOAD_LIMITS, type UploadType } from '../../shared/kernel/uploads.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';
import { claimUpload } from './upload-claim.ts';
import { PDF } from './upload-clean-pdf.ts';
import { PICTURES } from './upload-clean-pictures.ts';
import { XML, type Cleaners } from './upload-clean.ts';
import { EICAR, exifOf, HUGE_JPEG, jpegOf, jpegSegment, pdfOf, pdfStream, pngChunk, pngOf } from './upload.fixture.ts';
import type { Uploads } from './uploads.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('what is handed over', () => {
  let city: TestCity;
  beforeEach(async () => {
    city = await testCity('2026-11-22T09:00:00.000Z' as Instant);
  });

  const ALL = { ...PICTURES, ...PDF, ...XML };
  const takes = (types: readonly UploadType[]): Cleaners => Object.fromEntries(types.map((type) => [type, ALL[type]]));
  const RECEIPTS: UploadType[] = ['image/jpeg', 'image/png', 'application/pdf'];
  const claim = (upload: UploadId, types = RECEIPTS, by = 'member', maxBytes?: number) =>
    claimUpload(city.deps, { upload, by: asId(by), as: takes(types), ...(maxBytes !== undefined && { maxBytes }) });
  const handOver = async (bytes: Uint8Array, said: UploadType = 'image/jpeg', types = RECEIPTS) =>
    claim(await city.upload('member', bytes, said), types);
  const kept = async (bytes: Uint8Array) => {
    const claimed = await handOver(bytes);
    if (!claimed.ok) throw new Error(claimed.refusal);
    return Buffer.from(claimed.value.bytes);
  };

  test('is claimed by whoever handed it over, again and again, and by nobody else', async () => {
    const id = await city.upload('member', pdfOf(), 'application/pdf');
    const first = await claim(id);
    expect(first).toMatchObject({ ok: true, value: { type: 'application/pdf', bytes: new Uint8Array(pdfOf()) } });
    expect(await claim(id)).toEqual(first);
    expect(await claim(id, RECEIPTS, 'member2')).toMatchObject({ refusal: 'upload-missing' });
    expect(await claim(asId('none'))).toMatchObject({ refusal: 'upload-missing' });
  });

  test('is no larger than its type or its room allows', async () => {
    const id = await city.upload('member', pdfOf(), 'application/pdf');
    expect(await claim(id, RECEIPTS, 'member', 10)).toMatchObject({ refusal: 'upload-too-large' });
    const body = { id: 'any-upload', type: 'image/png', size: UPLOAD_LIMITS['image/png'] + 1 };
    const asked = await city.post('member', '/api/uploads', body);
    expect([asked.status, await asked.json()]).toEqual([413, expect.objectContaining({ refusal: 'upload-too-large' })]);
  });

  test('a form is given to people who are signed in, for types that are on the list', async () => {
    const body = { id: 'any-upload', type: 'image/png', size: 10 };
    expect((await city.post(undefined, '/api/uploads', body)).status).toBe(401);
    expect((await city.post('member', '/api/uploads', { ...body, type: 'image/svg+xml' })).status).toBe(400);
    expect((await city.post('member', '/api/uploads', { ...body, size: 0 })).status).toBe(400);
    const form = (await (await city.post('member', '/api/uploads', body)).json()) as { fields: object };
    expect(form.fields).toEqual({ key: 'uploads/member/any-upload', 'Content-Type': 'image/png' });
  });

  test.each([
    ['a page named .jpg', bytesOf('<html><script>alert(1)</script></html>')],
    ['a drawing with a script', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page in front of a document', Buffer.concat([bytesOf('<script>alert(1)</script>\n'), pdfOf()])],
    ['a program', bytesOf(`MZ${'\0'.repeat(200)}`)],
    ['an archive', bytesOf('PK\x03\x04anything')],
    ['a table', bytesOf('name;betrag\r\n=cmd;1\r\n')],
    ['a picture cut off', jpegOf().subarray(0, -4)],
    ['a picture cut off in its head', jpegOf().subarray(0, 9)],
    ['a picture of four billion dots', HUGE_JPEG],
    ['a picture without dots', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    ['a picture that is only its frame', Buffer.concat([jpegOf().subarray(0, 84), Buffer.from([0xff, 0xd9])])],
    ['a picture of no height', pngOf(1, 0)],
    ['one without dots', Buffer.concat([pngOf(1, 1).subarray(0, 33), pngChunk('IEND', '')])],
    ['another one', pngOf(65_000, 65_000)],
    ['a picture with a false sum', Buffer.from(pngOf(1, 1)).fill(7, 40, 41)],
    ['a picture without its end', pngOf(1, 1).subarray(0, -12)],
    ['a picture with an unknown critical part', pngOf(1, 1, pngChunk('ABCD', 'x'))],
  ])('%s is refused', async (_, bytes) => {
    expect(await handOver(bytes)).toMatchObject({ refusal: 'upload-type' });
  });

  test('nothing at all is refused too', async () => {
    const id = await city.upload('member', bytesOf('x'), 'image/png');
    await city.deps.files.put(`uploads/member/${id}`, new Uint8Array(), { type: 'image/png' });
    expect(await claim(id)).toMatchObject({ refusal: 'upload-type' });
  });

  test('the type is what the bytes say, not what was announced', async () => {
    expect(await handOver(pngOf(1, 1), 'image/jpeg')).toMatchObject({ value: { type: 'image/png' } });
    expect(await handOver(pdfOf(), 'image/jpeg', ['image/png'])).toMatchObject({ refusal: 'upload-type' });
    const statement = bytesOf('\xEF\xBB\xBF<?xml version="1.0"?>\n<Document/>');
    expect(await handOver(statement, 'application/xml', ['application/xml'])).toMatchObject({ ok: true });
    expect(await handOver(bytesOf('<Document>\0</Document>'), 'application/xml', ['application/xml'])).toMatchObject({
      refusal: 'upload-type',
    });
  });

  test('malware is refused, and what the scanner has not seen yet waits', async () => {
    expect(await handOver(Buffer.concat([jpegOf(), EICAR]))).toMatchObject({ refusal: 'upload-infected' });
    const id = await city.upload('member', jpegOf(), 'image/jpeg');
    const uploads: Uploads = { ...city.deps.uploads, scan: async () => 'pending' };
    const waiting = await claimUpload({ uploads }, { upload: id, by: asId('member'), as: takes(RECEIPTS) });
    expect(waiting).toMatchObject({ refusal: 'upload-checking' });
  });

  test('a photo keeps its dots and loses where, when and with what it was taken', async () => {
    const photo = jpegOf(
      jpegSegment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\x02\x01GPS in a small picture'),
      jpegSegment(0xe1, exifOf(1)),
      jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS</x:xmpmeta>'),
      jpegSegment(0xe2, 'MPF\0GPS of a second picture'),
      jpegSegment(0xed, 'Photoshop 3.0\x00 GPS'),
      jpegSegment(0xe2, 'ICC_PROFILE\0\x01\x01 GPS of a screen'),
      jpegSegment(0xc8, 'GPS in a reserved part'),
      jpegSegment(0xdc, 'GPS where lines are counted'),
      jpegSegment(0xfe, 'GPS comment'),
    );
    const clean = await kept(Buffer.concat([photo, bytesOf('GPS behind the end')]));
    expect(clean.toString('latin1')).not.toMatch(/GPS|Exif|xmp|Photoshop/);
    expect(clean).toEqual(jpegOf(jpegSegment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\0\0')));
  });

  test.each([3, 6, 8])('a photo that was taken with the phone turned (%i) stays turned', async (orientation) => {
    const clean = await kept(jpegOf(jpegSegment(0xe1, exifOf(orientation))));
    const exif = clean.indexOf('Exif\0\0MM');
    expect(clean.readUInt16BE(exif + 6 + 8 + 2 + 8)).toBe(orientation);
    expect(clean.toString('latin1')).not.toContain('GPS');
    expect(await kept(clean)).toEqual(clean);
  });

  test('a picture in PNG loses texts, times and what hangs behind its end', async () => {
    const full = pngOf(
      1,
      1,
      pngChunk('tEXt', 'Comment\0<?php 1;'),
      pngChunk('tIME', 'xxxxxxx'),
      pngChunk('eXIf', 'GPS'),
      pngChunk('iCCP', Buffer.concat([bytesOf('x\0\0'), deflateSync(Buffer.alloc(30_000_000))])),
    );
    expect(await kept(Buffer.concat([full, bytesOf('PK\x03\x04')]))).toEqual(pngOf(1, 1));
  });

  const hidden = pdfStream('/Type/ObjStm/N 1/First 4', bytesOf('9 0 <</S/JavaScript/JS(app.alert)>>'));
  test.each([
    ['a script that starts by itself', pdfOf('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>')],
    ['a script whose name is written with escapes', pdfOf('/Names<</J#61vaScript 4 0 R>>')],
    ['a script in a packed object', pdfOf('', [hidden])],
    ['a program to start', pdfOf('/AA<</O<</S/Launch/F(cmd.exe)>>>>')],
    ['a form that sends', pdfOf('/AcroForm<</Fields[]/XFA(<x/>)>>')],
    ['an embedded file', pdfOf('/Names<</EmbeddedFiles<</Names[(a.exe)4 0 R]>>>>')],
    ['encryption', pdfOf('', [], '/Encrypt<</Filter/Standard/V 1>>')],
    ['no end', pdfOf().subarray(0, 120)],
    ['an archive behind its end', Buffer.concat([pdfOf(), bytesOf('PK\x05\x06')])],
    ['brackets without end', pdfOf(`/X ${'['.repeat(20_000)}${']'.repeat(20_000)}`)],
    ['a stream that unfolds to 50 MB', pdfOf('', [pdfStream('', Buffer.alloc(50_000_000))])],
  ])('a document with %s is refused', async (_, bytes) => {
    expect(await handOver(bytes, 'application/pdf')).toMatchObject({ refusal: 'upload-unsafe' });
  });

  test('a document that only opens at its first page, with pictures that say /JS by chance, is plain', async () => {
    const picture = Buffer.concat([bytesOf('<</Length 20>>stream\n'), bytesOf(' /JS /AA '), bytesOf('\nendstream')]);
    const bytes = pdfOf('/OpenAction [3 0 R /Fit]', [picture, pdfStream('', bytesOf('/JavaScript'))]);
    expect(await handOver(bytes, 'application/pdf')).toMatchObject({ ok: true });
  });
});

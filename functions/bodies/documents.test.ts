import { beforeEach, describe, expect, test } from 'vitest';
import type { DocumentView } from '../../shared/bodies/views.ts';
import { instant } from '../../shared/kernel/day.ts';
import { BOARD, planned, seated } from '../../test/support/board.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';
import { jpegOf, pdfOf } from '../kernel/upload.fixture.ts';

const AT = `/api/bodies/${BOARD}/sittings/sitzung-1`;

let city: TestCity;
beforeEach(async () => {
  city = await testCity(instant('2026-11-23T09:00:00Z'));
  await seated(city, { seat: 'sitz-1', as: 'member', person: 'member' });
  await planned(city, { sitting: 'sitzung-1', from: '2026-12-03T17:00', to: '2026-12-03T19:00' });
});

const refusalOf = async (response: Response): Promise<string> =>
  response.status === 200 ? 'done' : `${response.status} ${((await response.json()) as { refusal?: string }).refusal}`;

const add = async (isPublic: boolean, who = 'body-office', bytes: Uint8Array = pdfOf()) => {
  const upload = await city.upload(who, bytes, 'application/pdf');
  const body = { upload, kind: 'agenda', title: 'Tagesordnung', isPublic };
  return { upload, said: await refusalOf(await city.post(who, `${AT}/documents`, body)), body };
};

const open = (who: string | undefined, document: string, sitting = 'sitzung-1') =>
  city.post(who, `/api/bodies/${BOARD}/sittings/${sitting}/documents/${document}/open`, {});

const publicDocuments = async (): Promise<DocumentView[]> => {
  const { sittings } = (await (await city.get(undefined, `/api/bodies/${BOARD}`)).json()) as {
    sittings: { documents: DocumentView[] }[];
  };
  return sittings.flatMap(({ documents }) => documents);
};

describe('documents of a sitting', () => {
  test('a public one is on the public page and opens for anyone', async () => {
    const { upload, said } = await add(true);
    expect(said).toBe('done');
    expect(await publicDocuments()).toMatchObject([{ document: upload, title: 'Tagesordnung', kind: 'agenda' }]);
    expect((await (await open(undefined, upload)).json()) as object).toEqual({ link: expect.any(String) });
  });

  test('an internal one is not on the public page and opens for members, office and authority alone', async () => {
    const { upload } = await add(false);
    expect(await publicDocuments()).toEqual([]);
    const got = await Promise.all(
      [undefined, 'signatory', 'case-officer', 'member2', 'member', 'body-office', 'district-officer'].map(
        async (who) => [who, (await open(who, upload)).status],
      ),
    );
    expect(got).toEqual([
      [undefined, 404],
      ['signatory', 404],
      ['case-officer', 404],
      ['member2', 404],
      ['member', 200],
      ['body-office', 200],
      ['district-officer', 200],
    ]);
  });

  test('a document opens at its own sitting only', async () => {
    const { upload } = await add(true);
    await planned(city, { sitting: 'sitzung-2', from: '2026-12-10T17:00', to: '2026-12-10T19:00' });
    expect((await open(undefined, upload, 'sitzung-2')).status).toBe(404);
    expect((await open(undefined, 'nothing')).status).toBe(404);
  });

  test('what is no PDF is refused by its bytes, whatever it is called', async () => {
    expect((await add(true, 'body-office', new TextEncoder().encode('<html>%PDF-1.7</html>'))).said).toContain(
      'upload-type',
    );
    expect((await add(true, 'body-office', jpegOf())).said).toContain('upload-type');
    expect(await publicDocuments()).toEqual([]);
  });

  test('members read and do not add, strangers are told of nothing, uploads of others cannot be taken', async () => {
    expect((await add(true, 'member')).said).toBe('403 not-permitted');
    expect((await add(true, 'signatory')).said).toBe('404 not-found');
    const upload = await city.upload('member', pdfOf(), 'application/pdf');
    const body = { upload, kind: 'agenda', title: 'x', isPublic: true };
    expect(await refusalOf(await city.post('body-office', `${AT}/documents`, body))).toContain('upload-missing');
  });

  test('the same upload twice is one document; what was removed is gone from all pages and opens no more', async () => {
    const { upload, body } = await add(true);
    expect(await refusalOf(await city.post('body-office', `${AT}/documents`, body))).toBe('409 document-exists');
    const remove = (who: string) => city.post(who, `${AT}/documents/${upload}/remove`, {});
    expect((await remove('member')).status).toBe(403);
    expect(await refusalOf(await remove('body-office'))).toBe('done');
    expect(await refusalOf(await remove('body-office'))).toBe('409 no-such-document');
    expect(await publicDocuments()).toEqual([]);
    expect((await open('body-office', upload)).status).toBe(404);
  });
});

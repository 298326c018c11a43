import { describe, expect, test } from 'vitest';
import { EXAMPLE_PROPOSAL, seeNotice, submitExample } from '../../test/support/example-case.ts';
import { testCity } from '../../test/support/city.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { DEMO_CALL } from '../../shared/programmes/demo-call.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import { textOf } from '../kernel/texts.ts';
import { organisationKey } from '../organisations/views.ts';
import { asId } from '../../shared/kernel/id.ts';

test('the plan in a notice names its categories in German, as the form does', async () => {
  const city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
  await submitExample(city, 'app-eins');
  await city.post('case-officer', '/api/funding/applications/app-eins/propose-approval', EXAMPLE_PROPOSAL);
  const preview = await (await city.post('approver', '/api/notices/previews/app-eins', {})).text();
  expect(preview).toContain('Personal: Leitung');
  expect(preview).toContain('Eigenmittel: Beiträge');
  expect(preview).not.toMatch(/\b(staff|ownFunds)\b/);
});

test('the operative part binds to its own purpose, never to the line for the public', async () => {
  const city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
  await submitExample(city, 'app-eins');
  await city.post('case-officer', '/api/funding/applications/app-eins/propose-approval', {
    ...EXAMPLE_PROPOSAL,
    purpose: 'Halbe Stelle, Miete und Buchhaltung der Beratungsstelle.',
    publicLine: { purpose: 'Kiezarbeit', place: 'Pankow' },
  });
  const { content } = (await (await city.post('approver', '/api/notices/previews/app-eins', {})).json()) as {
    content: { sections: { heading: string }[] };
  };
  const operative = JSON.stringify(content.sections[0]);
  expect(operative).toContain('Halbe Stelle, Miete und Buchhaltung der Beratungsstelle.');
  expect(operative).not.toContain('Kiezarbeit');
});

test('every category of the form has a German name to print', async () => {
  const amounts = formOf(DEMO_CALL.formId).sections.flatMap(({ questions }) =>
    questions.filter((question) => question.kind === 'amounts'),
  );
  for (const { id, categories } of amounts) {
    for (const category of categories)
      expect(await textOf('de', 'programmes', `form.${id}.option.${category}`), category).toBeDefined();
  }
  expect(amounts).toHaveLength(2);
});

describe('the organisation on the day', () => {
  const CASE = '/api/funding/applications/app-eins';
  const started = async () => {
    const city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
    const change = async (changed: (organisation: Record<string, unknown>) => object) => {
      const [[row] = []] = await city.deps.journal.read([organisationKey(asId('org-brueckenhaus'))]);
      const organisation = changed(row!['organisation'] as Record<string, unknown>);
      const act = { at: city.deps.clock.now(), by: 'system' } as const;
      await city.deps.journal.commit({ ...act, writes: [{ put: { ...row!, organisation } }] });
    };
    return { city, change, propose: () => city.post('case-officer', `${CASE}/propose-approval`, EXAMPLE_PROPOSAL) };
  };

  test('that moved after the draft was begun gets its notice at the new address', async () => {
    const { city, change, propose } = await started();
    await submitExample(city, 'app-eins');
    await change((organisation) => ({ ...organisation, street: 'Neue Straße 7', postcode: '10115' }));
    await propose();
    const { content } = (await (await city.post('approver', '/api/notices/previews/app-eins', {})).json()) as {
      content: { head: { addressee: string[] } };
    };
    expect(content.head.addressee.slice(1)).toEqual(['Neue Straße 7', '10115 Berlin']);
  });

  test('that moves while the approver reads: what was seen is outdated, the new one can be released', async () => {
    const { city, change, propose } = await started();
    await submitExample(city, 'app-eins');
    await propose();
    const first = await seeNotice(city, 'app-eins');
    await change((organisation) => ({ ...organisation, street: 'Neue Straße 7' }));
    const approve = (noticeSha256: string) => city.post('approver', `${CASE}/approve`, { noticeSha256 });
    expect(await (await approve(first.sha256)).json()).toMatchObject({ refusal: 'notice-outdated' });
    const second = await seeNotice(city, 'app-eins');
    expect(second.sha256).not.toBe(first.sha256);
    expect((await approve(second.sha256)).status).toBe(200);
  });

  test('may get a grant once its number in the transparency database was added, and none once it was taken away', async () => {
    const { city, change, propose } = await started();
    await change(({ transparencyDbNumber: _, ...rest }) => rest);
    await submitExample(city, 'app-eins');
    expect(await (await propose()).json()).toMatchObject({ refusal: 'transparency-number-missing' });
    await change((organisation) => ({ ...organisation, transparencyDbNumber: 'TDB-7' }));
    expect((await propose()).status).toBe(200);
    await change(({ transparencyDbNumber: _, ...rest }) => rest);
    const { sha256 } = await seeNotice(city, 'app-eins');
    const refused = await city.post('approver', `${CASE}/approve`, { noticeSha256: sha256 });
    expect(await refused.json()).toMatchObject({ refusal: 'transparency-number-missing' });
  });
});

import { expect, test } from 'vitest';
import { EXAMPLE_PROPOSAL, submitExample } from '../../test/support/example-case.ts';
import { testCity } from '../../test/support/city.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { DEMO_CALL } from '../../shared/programmes/demo-call.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import { textOf } from '../kernel/texts.ts';

test('the plan in a notice names its categories in German, as the form does', async () => {
  const city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
  await submitExample(city, 'app-eins');
  await city.post('case-officer', '/api/funding/applications/app-eins/propose-approval', EXAMPLE_PROPOSAL);
  const preview = await (await city.post('approver', '/api/notices/previews/app-eins', {})).text();
  expect(preview).toContain('Personal: Leitung');
  expect(preview).toContain('Eigenmittel: Beiträge');
  expect(preview).not.toMatch(/\b(staff|ownFunds)\b/);
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

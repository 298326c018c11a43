import { createAsync, useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { CallView } from '../../shared/programmes/wire.ts';
import { numberText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { DayText } from '../ui/DayText.tsx';
import { Money } from '../ui/Money.tsx';
import { Page } from '../ui/Page.tsx';
import { Summary } from '../ui/Summary.tsx';
import { Begin } from './Begin.tsx';
import { callWithForm } from './data.ts';
import { Eligibility } from './Eligibility.tsx';

const factsOf = (call: CallView) => [
  { term: t('programmes.call.authority'), value: <bdi lang="de">{call.authority}</bdi> },
  {
    term: t('programmes.call.open'),
    value: (
      <>
        <DayText day={call.opens} /> – <DayText day={call.closes} />
      </>
    ),
  },
  {
    term: t('programmes.call.period'),
    value: (
      <>
        <DayText day={call.fundingFrom} /> – <DayText day={call.fundingTo} />
      </>
    ),
  },
  {
    term: t('programmes.call.amount'),
    value: (
      <>
        <Money cents={call.minCents} /> – <Money cents={call.maxCents} />
      </>
    ),
  },
  ...(call.maxShareBasisPoints === undefined
    ? []
    : [
        {
          term: t('programmes.call.share'),
          value: t('programmes.call.share-value', {
            percent: numberText(call.maxShareBasisPoints / 100, language()),
          }),
        },
      ]),
  { term: t('programmes.call.budget'), value: <Money cents={call.budgetCents} /> },
  { term: t('programmes.call.guideline'), value: <bdi lang="de">{call.guideline}</bdi> },
];

/** One call, readable for everybody before anything is filled in: what for, for whom, until when, how much. */
export const CallPage = () => {
  const params = useParams<{ call: string }>();
  const found = createAsync(() => callWithForm(params.call));
  return (
    <Show when={found()}>
      {(shown) => {
        const call = () => shown().call;
        const conditions = () => shown().form.sections.find((section) => section.id === 'eligibility')?.questions ?? [];
        return (
          <Page
            title={call().title[language()]}
            above={<p class="kern-preline">{call().programme[language()]}</p>}
            lead={call().summary[language()]}
          >
            <Show when={call().state !== 'open'}>
              <Alert kind="info" title={t(`programmes.call.note.${call().state}`)} />
            </Show>
            <section class="stack measure">
              <h2 class="kern-heading-medium">{t('programmes.call.who')}</h2>
              <p class="kern-body">{t('programmes.call.who-lead')}</p>
              <Eligibility questions={conditions()} />
            </section>
            <Summary title={t('programmes.call.facts')} items={factsOf(call())} />
            <p class="kern-body measure">{t('programmes.call.no-early-start')}</p>
            <Begin call={call()} />
          </Page>
        );
      }}
    </Show>
  );
};

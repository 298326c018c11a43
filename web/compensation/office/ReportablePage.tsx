import { createAsync, useSearchParams } from '@solidjs/router';
import { For, Match, Show, Switch } from 'solid-js';
import type { ReportableView } from '../../../shared/compensation/wire.ts';
import { today } from '../../clock.ts';
import { moneyText } from '../../format.ts';
import { language, t } from '../../i18n.ts';
import { authoritiesOf } from '../../offices.ts';
import { session } from '../../session.ts';
import { Alert } from '../../ui/Alert.tsx';
import { AuthorityLinks } from '../../ui/AuthorityLinks.tsx';
import { Isolate } from '../../ui/Isolate.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Money } from '../../ui/Money.tsx';
import { OfficialPage } from '../../ui/OfficialPage.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { StatusTag } from '../../ui/StatusTag.tsx';
import { ViewLinks } from '../../ui/ViewLinks.tsx';
import { reportable } from './data.ts';

const READERS = ['certifier', 'orderer', 'caseOfficer', 'auditor'] as const;

/** As far back as a return is made for. */
const YEARS = 3;

const Totals = (props: { view: ReportableView }) => (
  <section class="stack">
    <p class="kern-body">
      {t('compensation.office.reportable.threshold', { amount: moneyText(props.view.thresholdCents, language()) })}
    </p>
    <ul class="plain-list">
      <For each={props.view.items} fallback={<li class="kern-body">{t('compensation.office.reportable.empty')}</li>}>
        {(one) => (
          <li class="entry work-line">
            <span class="row">
              <Isolate>{one.name}</Isolate>
              <Show when={one.isReportable}>
                <StatusTag kind="warning" text={t('compensation.office.reportable.is')} />
              </Show>
            </span>
            <Money cents={one.totalCents} />
          </li>
        )}
      </For>
    </ul>
  </section>
);

/** Not a fault but what is known: the list waits for an answer to a question of law. */
const Unknown = (props: { detail: string | undefined }) => (
  <Alert kind="info" title={t('compensation.office.reportable.unknown')}>
    <p class="kern-body">{props.detail}</p>
    <p class="kern-body">{t('compensation.office.reportable.question')}</p>
  </Alert>
);

/** Whose payments of a year must be reported to the tax office (Mitteilungsverordnung). */
export const ReportablePage = () => {
  const [search] = useSearchParams();
  const thisYear = () => Number(today().slice(0, 4));
  const years = () => Array.from({ length: YEARS }, (_, index) => String(thisYear() - index));
  const year = () => years().find((one) => one === search['year']) ?? years()[0]!;
  const authorities = () => authoritiesOf(session(), READERS);
  const authority = () => authorities().find((id) => id === search['authority']) ?? authorities()[0];
  const found = createAsync(async () => {
    const here = authority();
    return here === undefined ? undefined : reportable(year(), here);
  });
  const href = (to: { year?: string; authority?: string }) =>
    `/compensation/reportable?${new URLSearchParams({ year: year(), authority: authority() ?? '', ...to })}`;
  const problem = () => {
    const answer = found();
    return answer === undefined || answer.ok ? undefined : answer.problem;
  };
  const value = () => {
    const answer = found();
    return answer?.ok ? answer.value : undefined;
  };
  return (
    <OfficialPage for={authority()}>
      {(here) => (
        <Page title={t('compensation.office.reportable.title')} lead={t('compensation.office.reportable.lead')}>
          <AuthorityLinks authorities={authorities()} here={here()} href={(to) => href({ authority: to })} />
          <ViewLinks
            label={t('compensation.office.reportable.years')}
            links={years().map((one) => ({ href: href({ year: one }), text: one, isHere: one === year() }))}
          />
          <Switch>
            <Match when={problem()?.refusal === 'threshold-unknown' && problem()}>
              {(known) => <Unknown detail={known().detail} />}
            </Match>
            <Match when={problem()}>{(other) => <ProblemAlert problem={other()} />}</Match>
            <Match when={value()}>{(view) => <Totals view={view()} />}</Match>
          </Switch>
          <div class="actions">
            <LinkButton href="/compensation/work-list" kind="tertiary" icon="back">
              {t('compensation.office.title')}
            </LinkButton>
          </div>
        </Page>
      )}
    </OfficialPage>
  );
};

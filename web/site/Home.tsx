import { For } from 'solid-js';
import { t } from '../i18n.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';

const STEPS = ['find', 'write', 'decide', 'see'] as const;

/** What the portal is, for whom, and where to begin. */
export const Home = () => (
  <Page title={t('site.home.title')} lead={t('site.home.lead')}>
    <div class="actions">
      <LinkButton href="/programmes/calls">{t('site.home.calls')}</LinkButton>
      <LinkButton href="/api/sign-in?to=/funding/cases" kind="secondary" external>
        {t('site.home.sign-in')}
      </LinkButton>
    </div>
    <section class="stack">
      <h2 class="kern-heading-large">{t('site.home.how')}</h2>
      <ol class="doors plain-list">
        <For each={STEPS}>
          {(step) => (
            <li class="kern-card kern-card--hug">
              <div class="kern-card__container">
                <h3 class="kern-heading-small">{t(`site.home.steps.${step}.title`)}</h3>
                <p class="kern-body">{t(`site.home.steps.${step}.text`)}</p>
              </div>
            </li>
          )}
        </For>
      </ol>
    </section>
    <section class="stack">
      <h2 class="kern-heading-large">{t('site.home.volunteers.title')}</h2>
      <p class="kern-body measure">{t('site.home.volunteers.text')}</p>
      <div class="actions">
        <LinkButton href="/bodies">{t('site.home.volunteers.action')}</LinkButton>
        <LinkButton href="/api/sign-in?to=/compensation" kind="secondary" external>
          {t('site.home.volunteers.sign-in')}
        </LinkButton>
      </div>
    </section>
    <section class="stack">
      <h2 class="kern-heading-large">{t('site.home.ledger.title')}</h2>
      <p class="kern-body measure">{t('site.home.ledger.text')}</p>
      <div class="actions">
        <LinkButton href="/ledger" kind="secondary">
          {t('site.home.ledger.action')}
        </LinkButton>
      </div>
    </section>
  </Page>
);

import { For, Show } from 'solid-js';
import { t } from '../i18n.ts';
import { isSessionKnown, session } from '../session.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { workOf } from '../ui/navigation.ts';
import { Page } from '../ui/Page.tsx';

const STEPS = ['find', 'write', 'decide', 'see'] as const;

/** Where the person who is signed in goes on: the same places as in the menu, with a sentence to each. */
const OwnWork = () => (
  <section class="stack">
    <h2 class="kern-heading-large">{t('site.home.work.title')}</h2>
    <ul class="doors plain-list">
      <For each={workOf(session())} fallback={<li class="kern-body">{t('site.home.work.none')}</li>}>
        {(entry) => (
          <li class="kern-card kern-card--hug">
            <div class="kern-card__container">
              <h3 class="kern-heading-small">
                <a class="kern-link kern-link--no-visited-state" href={entry.href}>
                  {t(entry.text)}
                </a>
              </h3>
              <p class="kern-body">{t(entry.text.replace('ui.nav.', 'site.home.work.'))}</p>
            </div>
          </li>
        )}
      </For>
    </ul>
  </section>
);

/** What the portal is, for whom, and where to begin. */
export const Home = () => (
  <Page title={t('site.home.title')} lead={t('site.home.lead')}>
    <Show when={session()}>
      <OwnWork />
    </Show>
    <div class="actions">
      <LinkButton href="/programmes/calls" kind={session() === undefined ? 'primary' : 'secondary'}>
        {t('site.home.calls')}
      </LinkButton>
      <Show when={isSessionKnown() && session() === undefined}>
        <LinkButton href="/api/sign-in?to=/funding/cases" kind="secondary" external>
          {t('site.home.sign-in')}
        </LinkButton>
      </Show>
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
        <LinkButton href="/bodies" kind="secondary">
          {t('site.home.volunteers.action')}
        </LinkButton>
        <Show when={isSessionKnown() && session() === undefined}>
          <LinkButton href="/api/sign-in?to=/compensation" kind="secondary" external>
            {t('site.home.volunteers.sign-in')}
          </LinkButton>
        </Show>
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

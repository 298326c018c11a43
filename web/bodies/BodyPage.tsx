import { createAsync, useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { BodyView } from '../../shared/bodies/views.ts';
import { t } from '../i18n.ts';
import { holdsRole, session } from '../session.ts';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { Summary, type SummaryItem } from '../ui/Summary.tsx';
import { BodySeats } from './BodySeats.tsx';
import { BodySittings } from './BodySittings.tsx';
import { bodyView } from './data.ts';

const german = (text: string) => <bdi lang="de">{text}</bdi>;

const worksFor = (body: BodyView): boolean =>
  holdsRole(session(), 'bodyOffice', body.id) || holdsRole(session(), 'programmeManager', body.authority);

const linked = (term: string, href: string, text: string): SummaryItem[] =>
  text === ''
    ? []
    : [
        {
          term,
          value: (
            <a class="kern-link" href={href} rel="external noopener">
              <Isolate>{text}</Isolate>
            </a>
          ),
        },
      ];

const contactOf = ({ office }: BodyView): SummaryItem[] => [
  { term: t('bodies.body.office'), value: german(office.name) },
  ...linked(t('bodies.body.mail'), `mailto:${office.mail}`, office.mail),
  ...(office.address === '' ? [] : [{ term: t('bodies.body.address'), value: german(office.address) }]),
  ...linked(t('bodies.body.website'), office.website, office.website),
];

const basisOf = (body: BodyView): SummaryItem[] => [
  { term: t('bodies.body.advises'), value: german(body.advises) },
  { term: t('bodies.body.legal-basis'), value: german(body.legalBasis) },
  { term: t('bodies.body.term'), value: german(body.term) },
  { term: t('bodies.body.authority'), value: german(body.authorityName) },
];

/** One body for everybody: its task, its office, its seats and when it meets. */
export const BodyPage = () => {
  const params = useParams<{ body: string }>();
  const found = createAsync(() => bodyView(params.body));
  return (
    <Show when={found()}>
      {(body) => (
        <Page
          title={body().name}
          typed
          above={<p class="kern-preline">{t(`bodies.kind.${body().kind}`)}</p>}
          lead={t('bodies.body.lead')}
        >
          <Show when={worksFor(body())}>
            <div class="actions">
              <LinkButton href={`/bodies/${body().id}/office`} kind="secondary">
                {t('bodies.body.to-office')}
              </LinkButton>
            </div>
          </Show>
          <Summary title={t('bodies.body.contact')} items={contactOf(body())} />
          <Summary title={t('bodies.body.basis')} items={basisOf(body())} />
          <BodySittings body={body().id} sittings={body().sittings} />
          <BodySeats seats={body().seats} />
          <div class="actions">
            <LinkButton href="/bodies" kind="tertiary" icon="back">
              {t('bodies.body.back')}
            </LinkButton>
          </div>
        </Page>
      )}
    </Show>
  );
};

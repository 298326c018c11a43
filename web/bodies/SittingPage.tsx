import { createAsync, useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { SittingView } from '../../shared/bodies/views.ts';
import { t } from '../i18n.ts';
import { holdsRole, session } from '../session.ts';
import { Alert } from '../ui/Alert.tsx';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { Summary, type SummaryItem } from '../ui/Summary.tsx';
import { When } from '../ui/When.tsx';
import { Attendance } from './Attendance.tsx';
import { CancelForm, InviteForm, MoveForm } from './SittingActs.tsx';
import { calendarFile, sittingView } from './data.ts';
import { Objections } from './Objections.tsx';
import { SittingDocuments } from './SittingDocuments.tsx';
import { SittingTags } from './SittingTags.tsx';

const whereOf = (sitting: SittingView): SummaryItem[] => [
  { term: t('bodies.sitting.when'), value: <When from={sitting.from} to={sitting.to} /> },
  ...(sitting.place === '' ? [] : [{ term: t('bodies.sitting.place'), value: <Isolate>{sitting.place}</Isolate> }]),
  ...(sitting.onlineAddress === undefined
    ? []
    : [{ term: t('bodies.sitting.online-address'), value: <Isolate>{sitting.onlineAddress}</Isolate> }]),
  ...(sitting.invitedAt === undefined
    ? []
    : [{ term: t('bodies.sitting.invited'), value: <InstantText at={sitting.invitedAt} /> }]),
];

const Acts = (props: { sitting: SittingView }) => (
  <>
    <Show when={props.sitting.acts.includes('invite')}>
      <InviteForm sitting={props.sitting} />
    </Show>
    <Show when={props.sitting.acts.includes('move')}>
      <MoveForm sitting={props.sitting} />
    </Show>
    <Show when={props.sitting.acts.includes('cancel')}>
      <CancelForm sitting={props.sitting} />
    </Show>
  </>
);

const Cancelled = (props: { because: string | undefined }) => (
  <Alert kind="warning" title={t('bodies.sitting.cancelled')}>
    <p class="kern-body typed">
      <Isolate>{props.because ?? ''}</Isolate>
    </p>
  </Alert>
);

const Unreached = (props: { of: NonNullable<SittingView['unreached']> }) => (
  <Alert kind="warning" title={t('bodies.sitting.unreached.title', { count: props.of.length })}>
    <p class="kern-body">{t('bodies.sitting.unreached.text')}</p>
    <ul class="kern-list">
      <For each={props.of}>
        {(one) => (
          <li>
            <Isolate>{one.name}</Isolate>, <InstantText at={one.at} />: {t(`bodies.sitting.unreached.${one.reason}`)}
          </li>
        )}
      </For>
    </ul>
  </Alert>
);

const Sitting = (props: { sitting: SittingView }) => (
  <Page
    title={props.sitting.title}
    typed
    above={
      <p class="kern-preline">
        <bdi lang="de">{props.sitting.bodyName}</bdi>
      </p>
    }
  >
    <SittingTags stage={props.sitting.stage} mode={props.sitting.mode} to={props.sitting.to} />
    <Show when={props.sitting.stage === 'cancelled'}>
      <Cancelled because={props.sitting.cancelledBecause} />
    </Show>
    <Show when={props.sitting.unreached}>{(of) => <Unreached of={of()} />}</Show>
    <Summary title={t('bodies.sitting.where')} items={whereOf(props.sitting)} />
    <Show when={props.sitting.stage === 'planned' && !props.sitting.acts.includes('confirm')}>
      <div class="actions">
        <LinkButton
          href={calendarFile(props.sitting.body, props.sitting.sitting)}
          kind="secondary"
          icon="download"
          external
        >
          {t('bodies.sitting.ics')}
        </LinkButton>
      </div>
    </Show>
    <Attendance sitting={props.sitting} />
    <Objections sitting={props.sitting} />
    <SittingDocuments sitting={props.sitting} />
    <Acts sitting={props.sitting} />
    <div class="actions">
      <LinkButton
        href={
          holdsRole(session(), 'bodyOffice', props.sitting.body) ? `/bodies/${props.sitting.body}/office` : '/calendar'
        }
        kind="tertiary"
        icon="back"
      >
        {t('bodies.sitting.back')}
      </LinkButton>
    </div>
  </Page>
);

/** One sitting for its office and its members: each sees what they may do. */
export const SittingPage = () => {
  const params = useParams<{ body: string; sitting: string }>();
  const found = createAsync(() => sittingView(params.body, params.sitting));
  return <Show when={found()}>{(sitting) => <Sitting sitting={sitting()} />}</Show>;
};

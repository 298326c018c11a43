import { createAsync, useSearchParams } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { dayOf, type Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { TEXT_NAMES, type TextName } from '../../shared/ledger/entry.ts';
import { ERASURE_GROUNDS, type ErasureGround } from '../../shared/ledger/erasure.ts';
import type { ErasureView } from '../../shared/ledger/office-wire.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Checkboxes } from '../ui/Checkboxes.tsx';
import { ConfirmAct } from '../ui/ConfirmAct.tsx';
import { DayText } from '../ui/DayText.tsx';
import { Form } from '../ui/Form.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { askErasure, decideErasure, erasures } from './office-data.ts';

const Ask = (props: { entry: string }) => {
  const act = createAct();
  const [entry, setEntry] = createSignal(props.entry);
  const [names, setNames] = createSignal<readonly string[]>([]);
  const [ground, setGround] = createSignal('');
  const [isMissing, setMissing] = createSignal(false);
  const press = async () => {
    setMissing(entry().trim() === '' || names().length === 0 || ground() === '');
    if (isMissing()) return;
    const id = `erasure-${crypto.randomUUID()}`;
    const body = { entry: asId<'entry'>(entry().trim()), names: [...names()] as TextName[] };
    if (!(await act.run(() => askErasure(id, { ...body, ground: ground() as ErasureGround })))) return;
    setNames([]);
    announce(t('ledger.erasure.asked'));
  };
  return (
    <section class="stack">
      <h2 class="kern-heading-medium">{t('ledger.erasure.ask')}</h2>
      <Form onSubmit={() => void press()}>
        <TextField
          name="entry"
          label={t('ledger.erasure.entry')}
          hint={t('ledger.erasure.entry-hint')}
          value={entry()}
          onInput={setEntry}
        />
        <Checkboxes
          name="names"
          label={t('ledger.erasure.names')}
          values={names()}
          options={TEXT_NAMES.map((value) => ({ value, label: t(`ledger.text.${value}`) }))}
          onInput={setNames}
        />
        <Select
          name="ground"
          label={t('ledger.erasure.ground')}
          value={ground()}
          options={ERASURE_GROUNDS.map((value) => ({ value, label: t(`ledger.ground.${value}`) }))}
          onInput={setGround}
        />
        <Show when={isMissing()}>
          <Alert kind="warning" title={t('ledger.erasure.missing')} urgent />
        </Show>
        <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
        <Button type="submit" busy={act.busy()}>
          {t('ledger.erasure.ask')}
        </Button>
      </Form>
    </section>
  );
};

const By = (props: { says: string; name: string; at: string }) => (
  <p class="kern-body kern-body--small">
    {props.says} <Isolate>{props.name}</Isolate>, <DayText day={dayOf(props.at as Instant)} />
  </p>
);

const act = (one: ErasureView, is: 'confirm' | 'decline') => (
  <ConfirmAct
    action={t(`ledger.erasure.${is}`)}
    about={one.entry}
    kind={is === 'confirm' ? 'primary' : 'secondary'}
    title={t(`ledger.erasure.${is}-title`)}
    confirm={t(`ledger.erasure.${is}`)}
    done={t(is === 'confirm' ? 'ledger.erasure.confirmed' : 'ledger.erasure.declined')}
    send={(intent) => decideErasure(one.id, is, intent)}
  >
    <p class="kern-body">{t(`ledger.erasure.${is}-text`)}</p>
  </ConfirmAct>
);

const Card = (props: { one: ErasureView }) => (
  <article class="entry stack stack--close">
    <h2 class="kern-title kern-title--small">
      <a class="kern-link" href={`/ledger/entries/${props.one.entry}`}>
        <bdi>{props.one.entry}</bdi>
      </a>
    </h2>
    <p class="kern-body">
      {props.one.names.map((name) => t(`ledger.text.${name}`)).join(', ')} · {t(`ledger.ground.${props.one.ground}`)}
    </p>
    <p class="kern-body kern-body--bold">{t(`ledger.erasure.stage.${props.one.stage}`)}</p>
    <By says={t('ledger.erasure.asked-by')} name={props.one.askedBy} at={props.one.askedAt} />
    <Show when={props.one.decidedBy}>
      {(name) => <By says={t('ledger.erasure.decided-by')} name={name()} at={props.one.decidedAt ?? ''} />}
    </Show>
    <div class="actions">
      <Show when={props.one.mayConfirm}>{act(props.one, 'confirm')}</Show>
      <Show when={props.one.mayDecline}>{act(props.one, 'decline')}</Show>
    </div>
  </article>
);

/** Words are erased by two: one asks, another confirms. */
export const ErasuresPage = () => {
  const [search] = useSearchParams();
  const found = createAsync(() => erasures());
  return (
    <Show when={found()}>
      {(shown) => (
        <Page title={t('ledger.erasure.title')} lead={t('ledger.erasure.lead')}>
          <section class="stack" aria-label={t('ledger.erasure.title')}>
            <For each={shown().items} fallback={<p class="kern-body">{t('ledger.erasure.empty')}</p>}>
              {(one) => <Card one={one} />}
            </For>
          </section>
          <Show when={shown().mayAsk}>
            <Ask entry={typeof search['entry'] === 'string' ? search['entry'] : ''} />
          </Show>
        </Page>
      )}
    </Show>
  );
};

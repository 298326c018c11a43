import { createSignal, For, Show } from 'solid-js';
import type { HeldView } from '../../shared/ledger/office-wire.ts';
import { t } from '../i18n.ts';
import { createAct } from '../acting.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ConfirmAct } from '../ui/ConfirmAct.tsx';
import { Form } from '../ui/Form.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { publishRow } from './office-data.ts';

/** Other words for the row, begun with those that it has. */
const Change = (props: { row: HeldView; onDone: () => void }) => {
  const act = createAct();
  const [name, setName] = createSignal(props.row.nameWithheld === undefined ? props.row.name : '');
  const [purpose, setPurpose] = createSignal(props.row.purpose);
  const press = async () => {
    const named = name().trim() === '' ? {} : { name: name().trim() };
    const body = { as: 'changed', purpose: purpose().trim(), ...named } as const;
    if (!(await act.run((intent) => publishRow(props.row.id, body, intent)))) return;
    props.onDone();
    announce(t('ledger.held.done'));
  };
  return (
    <Form onSubmit={() => void press()}>
      <TextField
        name={`name-${props.row.id}`}
        label={t('ledger.held.name')}
        hint={t('ledger.held.name-hint')}
        value={name()}
        onInput={setName}
      />
      <TextArea
        name={`purpose-${props.row.id}`}
        label={t('ledger.entry.purpose')}
        max={2000}
        rows={3}
        value={purpose()}
        onInput={setPurpose}
      />
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <p class="kern-body">{t('ledger.held.confirm-text')}</p>
      <Button type="submit" busy={act.busy()}>
        {t('ledger.held.confirm')}
      </Button>
    </Form>
  );
};

const AsItIs = (props: { row: HeldView; as: 'asItStands' | 'withoutName'; action: string }) => (
  <ConfirmAct
    action={props.action}
    about={props.row.name}
    kind="secondary"
    title={t('ledger.held.confirm-title')}
    confirm={t('ledger.held.confirm')}
    done={t('ledger.held.done')}
    send={(intent) => publishRow(props.row.id, { as: props.as }, intent)}
  >
    <p class="kern-body">{t('ledger.held.confirm-text')}</p>
  </ConfirmAct>
);

const Told = (props: { row: HeldView }) => (
  <>
    <h2 class="kern-title kern-title--small">
      <Isolate>{props.row.name}</Isolate>
    </h2>
    <p class="kern-body">
      <Isolate>{props.row.purpose}</Isolate>
    </p>
    <p class="kern-body kern-body--small kern-body--muted">
      <Money cents={props.row.amountCents} /> · {props.row.year} · <Isolate>{props.row.funder}</Isolate>
      <Show when={props.row.place}>
        {(place) => (
          <>
            {' · '}
            <Isolate>{place()}</Isolate>
          </>
        )}
      </Show>
    </p>
    <p class="kern-body row">
      <For each={props.row.suspicions}>{(one) => <StatusTag kind="warning" text={t(`ledger.suspicion.${one}`)} />}</For>
    </p>
    <Show when={props.row.nameWithheld}>
      {(ground) => <p class="kern-body kern-body--small">{t(`ledger.withheld.${ground()}`)}</p>}
    </Show>
  </>
);

/** A row that waits: what would be read in public, why it waits, and what can be done. */
export const HeldCard = (props: {
  row: HeldView;
  mayDecide: boolean;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}) => {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <article class="entry stack stack--close">
      <Told row={props.row} />
      <Show when={props.mayDecide}>
        <Checkbox
          name={`choose-${props.row.id}`}
          label={t('ledger.held.choose')}
          checked={props.chosen}
          onInput={props.onChoose}
        />
        <div class="actions">
          <AsItIs row={props.row} as="asItStands" action={t('ledger.held.as-it-stands')} />
          <AsItIs row={props.row} as="withoutName" action={t('ledger.held.without-name')} />
          <Button kind="tertiary" about={props.row.name} onClick={() => setOpen(!isOpen())}>
            {t('ledger.held.change')}
          </Button>
        </div>
        <Show when={isOpen()}>
          <Change row={props.row} onDone={() => setOpen(false)} />
        </Show>
      </Show>
    </article>
  );
};

import { createAsync, useNavigate, useParams } from '@solidjs/router';
import { For, Show, untrack } from 'solid-js';
import type { OfficeView } from '../../shared/bodies/views.ts';
import type { ExpenseKind } from '../../shared/bodies/wire.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { createTyped } from '../typed.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { dayOfParts } from '../ui/day-parts.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { createFaults } from '../ui/faults.ts';
import { Fieldset } from '../ui/Fieldset.tsx';
import { Form } from '../ui/Form.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Radios } from '../ui/Radios.tsx';
import { officeView, saveSettings } from './data.ts';
import {
  KINDS,
  settingsOf,
  typedSettings,
  type HalfDaysPaid,
  type OnlinePaid,
  type TypedRule,
} from './settings-form.ts';

const HALF_DAYS: readonly HalfDaysPaid[] = ['undecided', 'twice', 'once'];
const ONLINE: readonly OnlinePaid[] = ['undecided', 'yes', 'no'];

const settingsForm = (office: OfficeView) => {
  const navigate = useNavigate();
  const act = createAct();
  const { version } = office.settings;
  const form = createTyped(`${office.id}/settings-${version}`, typedSettings(office.settings));
  const faults = createFaults(() => {
    const { rules } = form.now();
    const unclear = KINDS.filter((kind) => rules[kind].isPaid && rules[kind].isCapUnclear);
    const { halfDays, halfDaysSince } = form.now();
    const noDay = halfDays !== 'undecided' && !dayOfParts(halfDaysSince).ok;
    return [
      ...(noDay ? [{ name: 'half-days-since', text: t('ui.date.unclear') }] : []),
      ...unclear.map((kind) => ({ name: `${kind}-cap`, text: t('bodies.settings.unclear') })),
    ];
  });
  const changeRule = (kind: ExpenseKind, part: Partial<TypedRule>): void => {
    const { rules } = form.now();
    form.change({ rules: { ...rules, [kind]: { ...rules[kind], ...part } } });
  };
  const press = async (): Promise<void> => {
    if (!faults.passes()) return;
    if (!(await act.run(() => saveSettings(office.id, version, settingsOf(form.now()))))) return;
    form.done();
    announce(t('bodies.settings.saved'));
    navigate(`/bodies/${office.id}/office`);
  };
  return { act, faults, form, changeRule, press };
};

type Filling = ReturnType<typeof settingsForm>;

const Conditions = (props: { kind: ExpenseKind; filling: Filling }) => {
  const rule = () => props.filling.form.now().rules[props.kind];
  const change = (part: Partial<TypedRule>) => props.filling.changeRule(props.kind, part);
  return (
    <>
      <Show when={props.kind !== 'mileage'}>
        <MoneyInput
          name={`${props.kind}-cap`}
          label={t('bodies.settings.cap-label')}
          optional
          error={props.filling.faults.at(`${props.kind}-cap`)}
          value={rule().capCents as Cents | undefined}
          onInput={(capCents, unclear) => change({ capCents, isCapUnclear: unclear !== undefined })}
        />
      </Show>
      <Checkbox
        name={`${props.kind}-receipt`}
        label={t('bodies.settings.needs-receipt')}
        checked={rule().needsReceipt}
        onInput={(needsReceipt) => change({ needsReceipt })}
      />
      <Checkbox
        name={`${props.kind}-reason`}
        label={t('bodies.settings.needs-reason')}
        checked={rule().needsReason}
        onInput={(needsReason) => change({ needsReason })}
      />
    </>
  );
};

const Kind = (props: { kind: ExpenseKind; filling: Filling }) => (
  <Fieldset field={{ name: props.kind, label: t(`bodies.expense.${props.kind}`) }}>
    <div class="kern-fieldset__body">
      <Checkbox
        name={props.kind}
        label={t('bodies.settings.paid')}
        checked={props.filling.form.now().rules[props.kind].isPaid}
        onInput={(isPaid) => props.filling.changeRule(props.kind, { isPaid })}
      />
      <Show when={props.filling.form.now().rules[props.kind].isPaid}>
        <Conditions kind={props.kind} filling={props.filling} />
      </Show>
    </div>
  </Fieldset>
);

/** The ordinance says „zulässig“: the authority decides once for all, and notices name the day of that decision. */
const HalfDays = (props: { filling: Filling }) => (
  <>
    <Radios
      name="half-days"
      label={t('bodies.settings.half-days')}
      value={props.filling.form.now().halfDays}
      options={HALF_DAYS.map((value) => ({ value, label: t(`bodies.settings.half-days-paid.${value}`) }))}
      onInput={(halfDays) => props.filling.form.change({ halfDays: halfDays as HalfDaysPaid })}
    />
    <Show when={props.filling.form.now().halfDays !== 'undecided'}>
      <DateInput
        name="half-days-since"
        label={t('bodies.settings.half-days-since')}
        error={props.filling.faults.at('half-days-since')}
        value={props.filling.form.now().halfDaysSince}
        onInput={(halfDaysSince) => props.filling.form.change({ halfDaysSince })}
      />
    </Show>
  </>
);

const SettingsForm = (props: { office: OfficeView }) => {
  const filling = untrack(() => settingsForm(props.office));
  return (
    <Form onSubmit={() => void filling.press()}>
      <ErrorSummary faults={filling.faults.all()} />
      <Radios
        name="online"
        label={t('bodies.settings.online')}
        value={filling.form.now().online}
        options={ONLINE.map((value) => ({ value, label: t(`bodies.settings.online-paid.${value}`) }))}
        onInput={(online) => filling.form.change({ online: online as OnlinePaid })}
      />
      <HalfDays filling={filling} />
      <For each={KINDS}>{(kind) => <Kind kind={kind} filling={filling} />}</For>
      <Show when={filling.act.problem()}>{(problem) => <ProblemAlert problem={problem()} />}</Show>
      <div class="actions">
        <Button type="submit" busy={filling.act.busy()}>
          {t('bodies.settings.save')}
        </Button>
      </div>
    </Form>
  );
};

/** What a body pays beside the fee: for the authority that pays. */
export const SettingsPage = () => {
  const params = useParams<{ body: string }>();
  const found = createAsync(() => officeView(params.body));
  return (
    <Show when={found()}>
      {(office) => (
        <Show when={office().maySet} fallback={<NotFound />}>
          <Page
            title={t('bodies.settings.title')}
            lead={t('bodies.settings.lead')}
            above={
              <LinkButton href={`/bodies/${office().id}/office`} kind="tertiary" icon="back">
                {t('bodies.office.back')}
              </LinkButton>
            }
          >
            <SettingsForm office={office()} />
          </Page>
        </Show>
      )}
    </Show>
  );
};

import { createAsync, useNavigate, useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { Repeat } from '../../shared/bodies/wire.ts';
import type { OfficeView } from '../../shared/bodies/views.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { createTyped } from '../typed.ts';
import { Button } from '../ui/Button.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { dayOfParts, partsOfDay } from '../ui/day-parts.ts';
import { ErrorSummary, type FieldFault } from '../ui/ErrorSummary.tsx';
import { createFaults, missing } from '../ui/faults.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { officeView, planSitting } from './data.ts';
import { placeOf, type TypedPlace } from './place-fields.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { timeSentences } from './time-texts.ts';
import { NO_TIMES, timesOf } from './times.ts';
import { TimesFields } from './TimesFields.tsx';
import { Form } from '../ui/Form.tsx';

const REPEATS: readonly Repeat[] = ['week', 'twoWeeks', 'month', 'quarter'];

const EMPTY = {
  title: '',
  times: NO_TIMES,
  place: { mode: 'inPerson', place: '', onlineAddress: '' } satisfies TypedPlace as TypedPlace,
  every: '',
  until: partsOfDay(undefined),
};

type TypedPlan = typeof EMPTY;

const missingIn = ({ title, times, place, every, until }: TypedPlan): FieldFault[] => [
  ...(title.trim() === '' ? [missing('title', t('bodies.plan.name'))] : []),
  ...timeSentences(times),
  ...(place.mode !== 'online' && place.place.trim() === '' ? [missing('place', t('bodies.sitting.place'))] : []),
  ...(every !== '' && !dayOfParts(until).ok ? [{ name: 'until', text: t('ui.date.unclear') }] : []),
];

const planOf = ({ title, times, place, every, until }: TypedPlan) => {
  const [found, last] = [timesOf(times), dayOfParts(until)];
  return found === undefined
    ? undefined
    : {
        title: title.trim(),
        ...found,
        ...placeOf(place),
        ...(every !== '' && last.ok && { repeat: { every: every as Repeat, until: last.value } }),
      };
};

const planForm = (body: string) => {
  const navigate = useNavigate();
  const act = createAct();
  // The id stays while the form does, so that a second press plans nothing twice.
  const id = createTyped(`${body}/plan-id`, { id: crypto.randomUUID() });
  id.change({});
  const form = createTyped(`${body}/plan`, EMPTY);
  const faults = createFaults(() => missingIn(form.now()));
  const press = async (): Promise<void> => {
    const plan = planOf(form.now());
    if (!faults.passes() || plan === undefined) return;
    if (await act.run(() => planSitting(body, id.now().id, plan))) {
      form.done();
      id.done();
      navigate(`/bodies/${body}/sittings/${id.now().id}`);
      return;
    }
    faults.told(act.problem(), ['title', 'place', 'onlineAddress', 'from', 'to']);
  };
  return { act, form, faults, press };
};

const Repeats = (props: { form: ReturnType<typeof planForm> }) => (
  <>
    <Select
      name="every"
      label={t('bodies.plan.repeat')}
      empty={t('bodies.plan.once')}
      value={props.form.form.now().every}
      options={REPEATS.map((value) => ({ value, label: t(`bodies.plan.every.${value}`) }))}
      onInput={(every) => props.form.form.change({ every })}
    />
    <Show when={props.form.form.now().every !== ''}>
      <DateInput
        name="until"
        label={t('bodies.plan.until')}
        hint={t('bodies.plan.until-hint')}
        error={props.form.faults.at('until')}
        value={props.form.form.now().until}
        onInput={(until) => props.form.form.change({ until })}
      />
    </Show>
  </>
);

const PlanForm = (props: { office: OfficeView }) => {
  const plan = planForm(props.office.id);
  return (
    <Form onSubmit={() => void plan.press()}>
      <ErrorSummary faults={plan.faults.all()} />
      <TextField
        name="title"
        label={t('bodies.plan.name')}
        hint={t('bodies.plan.name-hint')}
        error={plan.faults.at('title')}
        value={plan.form.now().title}
        onInput={(title) => plan.form.change({ title })}
      />
      <TimesFields
        typed={plan.form.now().times}
        errorAt={plan.faults.at}
        onInput={(part) => plan.form.change({ times: { ...plan.form.now().times, ...part } })}
      />
      <PlaceFields
        typed={plan.form.now().place}
        errorAt={plan.faults.at}
        onInput={(part) => plan.form.change({ place: { ...plan.form.now().place, ...part } })}
      />
      <Repeats form={plan} />
      <Show when={plan.act.problem()}>{(problem) => <ProblemAlert problem={problem()} />}</Show>
      <div class="actions">
        <Button type="submit" busy={plan.act.busy()}>
          {t(plan.form.now().every === '' ? 'bodies.plan.action' : 'bodies.plan.action-series')}
        </Button>
      </div>
    </Form>
  );
};

/** Plans a sitting, or a series of them. */
export const PlanPage = () => {
  const params = useParams<{ body: string }>();
  const found = createAsync(() => officeView(params.body));
  return (
    <Show when={found()}>
      {(office) => (
        <Page
          title={t('bodies.plan.title')}
          lead={t('bodies.plan.lead')}
          above={
            <LinkButton href={`/bodies/${office().id}/office`} kind="tertiary" icon="back">
              {t('bodies.office.back')}
            </LinkButton>
          }
        >
          <PlanForm office={office()} />
        </Page>
      )}
    </Show>
  );
};

import { Show, untrack } from 'solid-js';
import type { SeatRole } from '../../shared/bodies/facts.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { createTyped } from '../typed.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { dayOfParts, partsOfDay } from '../ui/day-parts.ts';
import { ErrorSummary, type FieldFault } from '../ui/ErrorSummary.tsx';
import { createFaults } from '../ui/faults.ts';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { appoint } from './data.ts';
import { Form } from '../ui/Form.tsx';
import { DirectoryField } from './DirectoryField.tsx';

const EMPTY = {
  person: '',
  personName: '',
  organisation: '',
  organisationName: '',
  from: partsOfDay(undefined),
  until: partsOfDay(undefined),
  isPublicServant: false,
};

const lineOf = (id: string, name: string) => (id === '' ? undefined : { id, name });

const isEmpty = (parts: typeof EMPTY.from): boolean => Object.values(parts).every((part) => part.trim() === '');

const missingIn = ({ person, from, until }: typeof EMPTY): FieldFault[] => [
  ...(person === '' ? [{ name: 'person', text: t('bodies.appoint.choose-person') }] : []),
  ...(dayOfParts(from).ok ? [] : [{ name: 'from', text: t('ui.date.unclear') }]),
  ...(isEmpty(until) || dayOfParts(until).ok ? [] : [{ name: 'until', text: t('ui.date.unclear') }]),
];

const termOf = (typed: typeof EMPTY) => {
  const [from, until] = [dayOfParts(typed.from), dayOfParts(typed.until)];
  return from.ok ? { from: from.value, ...(until.ok && { until: until.value }) } : undefined;
};

const appointForm = (props: { body: string; seat: string; as: SeatRole }) => {
  const act = createAct();
  const form = createTyped(`${props.body}/${props.seat}/appoint-${props.as}`, EMPTY);
  const id = (name: string) => `${props.as}-${name}`;
  const faults = createFaults(() => missingIn(form.now()).map((fault) => ({ ...fault, name: id(fault.name) })));
  const press = async () => {
    const term = termOf(form.now());
    if (!faults.passes() || term === undefined) return;
    const { person, organisation, isPublicServant } = form.now();
    const body = {
      as: props.as,
      person,
      ...term,
      ...(organisation !== '' && { organisation }),
      isPublicServant,
    };
    const said = t('bodies.seats.appointed');
    if (await act.run((intent) => appoint(props.body, props.seat, body, intent))) {
      form.done();
      announce(said);
      return;
    }
    faults.told(act.problem(), ['person', 'organisation', 'from', 'until'], id);
  };
  return { act, form, faults, id, press };
};

/** Puts a person on a seat, as its member or deputy. */
export const AppointForm = (props: { body: string; seat: string; as: SeatRole }) => {
  const { act, form, faults, id, press } = untrack(() => appointForm(props));
  return (
    <Form onSubmit={() => void press()}>
      <ErrorSummary faults={faults.all()} />
      <DirectoryField
        body={props.body}
        of="people"
        name={id('person')}
        label={t('bodies.appoint.person')}
        hint={t('bodies.appoint.person-hint')}
        error={faults.at(id('person'))}
        chosen={lineOf(form.now().person, form.now().personName)}
        onChoose={(line) => form.change({ person: line?.id ?? '', personName: line?.name ?? '' })}
      />
      <DateInput
        name={id('from')}
        label={t('bodies.appoint.from')}
        error={faults.at(id('from'))}
        value={form.now().from}
        onInput={(from) => form.change({ from })}
      />
      <DateInput
        name={id('until')}
        label={t('bodies.appoint.until')}
        optional
        error={faults.at(id('until'))}
        value={form.now().until}
        onInput={(until) => form.change({ until })}
      />
      <DirectoryField
        body={props.body}
        of="organisations"
        name={id('organisation')}
        label={t('bodies.appoint.organisation')}
        hint={t('bodies.appoint.organisation-hint')}
        optional
        error={faults.at(id('organisation'))}
        chosen={lineOf(form.now().organisation, form.now().organisationName)}
        onChoose={(line) => form.change({ organisation: line?.id ?? '', organisationName: line?.name ?? '' })}
      />
      <Checkbox
        name={id('public-servant')}
        label={t('bodies.appoint.public-servant')}
        hint={t('bodies.appoint.public-servant-hint')}
        checked={form.now().isPublicServant}
        onInput={(isPublicServant) => form.change({ isPublicServant })}
      />
      <Show when={act.problem()}>{(problem) => <ProblemAlert problem={problem()} />}</Show>
      <div class="actions">
        <Button type="submit" busy={act.busy()}>
          {t(`bodies.appoint.action.${props.as}`)}
        </Button>
      </div>
    </Form>
  );
};

import { createAsync, useNavigate } from '@solidjs/router';
import { Show } from 'solid-js';
import type { MemberView } from '../../shared/bodies/views.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { languages } from '../language.ts';
import { createTyped } from '../typed.ts';
import { Alert } from '../ui/Alert.tsx';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ErrorSummary, type FieldFault } from '../ui/ErrorSummary.tsx';
import { createFaults, missing } from '../ui/faults.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { mine, saveMine } from './data.ts';
import { Form } from '../ui/Form.tsx';

interface TypedDetails {
  readonly email: string;
  readonly language: string;
  readonly isNamed: boolean;
  readonly acceptsPortalDelivery: boolean;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
}

const typedOf = (member: MemberView): TypedDetails => ({
  email: member.email,
  language: member.language,
  isNamed: member.isNamed,
  acceptsPortalDelivery: member.acceptsPortalDelivery,
  street: member.address?.street ?? '',
  postcode: member.address?.postcode ?? '',
  town: member.address?.town ?? '',
});

const LINES = ['street', 'postcode', 'town'] as const;

/** All of an address or nothing of it. */
const missingIn = (typed: TypedDetails): FieldFault[] => {
  const given = LINES.filter((name) => typed[name].trim() !== '');
  return given.length === 0
    ? []
    : LINES.filter((name) => !given.includes(name)).map((name) => missing(name, t(`bodies.details.${name}`)));
};

const bodyOf = ({ street, postcode, town, email, ...typed }: TypedDetails) => ({
  ...typed,
  email: email.trim(),
  ...(street.trim() !== '' && {
    address: { street: street.trim(), postcode: postcode.trim(), town: town.trim() },
  }),
});

const detailsForm = (member: MemberView) => {
  const navigate = useNavigate();
  const act = createAct();
  const form = createTyped('member-details', typedOf(member));
  const faults = createFaults(() => missingIn(form.now()));
  const press = async (): Promise<void> => {
    if (!faults.passes()) return;
    if (await act.run(() => saveMine(member.version, bodyOf(form.now())))) {
      form.done();
      announce(t('bodies.details.saved'));
      navigate('/calendar');
      return;
    }
    faults.told(act.problem(), ['email', 'language', 'address'], (name) => (name === 'address' ? 'street' : name));
  };
  return { act, faults, form, press };
};

const Address = (props: { details: ReturnType<typeof detailsForm> }) => (
  <fieldset class="kern-fieldset">
    <legend class="kern-label">{t('bodies.details.address')}</legend>
    <p class="kern-hint">{t('bodies.details.address-hint')}</p>
    <div class="kern-fieldset__body stack">
      <TextField
        name="street"
        label={t('bodies.details.street')}
        autocomplete="street-address"
        error={props.details.faults.at('street')}
        value={props.details.form.now().street}
        onInput={(street) => props.details.form.change({ street })}
      />
      <TextField
        name="postcode"
        label={t('bodies.details.postcode')}
        autocomplete="postal-code"
        inputMode="numeric"
        error={props.details.faults.at('postcode')}
        value={props.details.form.now().postcode}
        onInput={(postcode) => props.details.form.change({ postcode })}
      />
      <TextField
        name="town"
        label={t('bodies.details.town')}
        autocomplete="address-level2"
        error={props.details.faults.at('town')}
        value={props.details.form.now().town}
        onInput={(town) => props.details.form.change({ town })}
      />
    </div>
  </fieldset>
);

const Consents = (props: { details: ReturnType<typeof detailsForm> }) => (
  <>
    <Checkbox
      name="isNamed"
      label={t('bodies.details.named')}
      hint={t('bodies.details.named-hint')}
      checked={props.details.form.now().isNamed}
      onInput={(isNamed) => props.details.form.change({ isNamed })}
    />
    <Checkbox
      name="acceptsPortalDelivery"
      label={t('bodies.details.portal')}
      hint={t('bodies.details.portal-hint')}
      checked={props.details.form.now().acceptsPortalDelivery}
      onInput={(acceptsPortalDelivery) => props.details.form.change({ acceptsPortalDelivery })}
    />
  </>
);

const DetailsForm = (props: { member: MemberView }) => {
  const details = detailsForm(props.member);
  return (
    <Form onSubmit={() => void details.press()}>
      <ErrorSummary faults={details.faults.all()} />
      <TextField
        name="email"
        label={t('bodies.details.email')}
        hint={t('bodies.details.email-hint')}
        autocomplete="email"
        inputMode="email"
        error={details.faults.at('email')}
        value={details.form.now().email}
        onInput={(email) => details.form.change({ email })}
      />
      <Select
        name="language"
        label={t('bodies.details.language')}
        value={details.form.now().language}
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        onInput={(language) => details.form.change({ language })}
      />
      <Consents details={details} />
      <Address details={details} />
      <Show when={details.act.problem()}>{(problem) => <ProblemAlert problem={problem()} />}</Show>
      <div class="actions">
        <Button type="submit" busy={details.act.busy()}>
          {t('bodies.details.save')}
        </Button>
        <LinkButton href="/calendar" kind="secondary">
          {t('bodies.details.back')}
        </LinkButton>
      </div>
    </Form>
  );
};

/** A new address waits for its code; until then the old one stays. */
const NewContact = (props: { email: string }) => (
  <Alert kind="info" title={t('bodies.details.contact.waiting', { email: props.email })}>
    <p class="kern-body">{t('bodies.details.contact.text')}</p>
    <div class="actions">
      <LinkButton href="/calendar/confirm-mail" kind="secondary">
        {t('bodies.details.contact.title')}
      </LinkButton>
    </div>
  </Alert>
);

/** How a member is reached, and what they consent to. */
export const DetailsPage = () => {
  const member = createAsync(() => mine());
  return (
    <Show when={member()}>
      {(found) => (
        <Page title={t('bodies.details.title')} lead={t('bodies.details.lead')}>
          <Show when={found().newEmail}>{(email) => <NewContact email={email()} />}</Show>
          <DetailsForm member={found()} />
        </Page>
      )}
    </Show>
  );
};

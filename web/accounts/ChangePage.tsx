import { createAsync, useNavigate } from '@solidjs/router';
import { Show } from 'solid-js';
import { payableIban } from '../../shared/accounts/iban.ts';
import type { AccountView } from '../../shared/accounts/wire.ts';
import type { Flaw } from '../../shared/kernel/result.ts';
import { createAct } from '../acting.ts';
import { today } from '../clock.ts';
import { t } from '../i18n.ts';
import { createTyped } from '../typed.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { createFaults, missing } from '../ui/faults.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { TextField } from '../ui/TextField.tsx';
import { enterAccount, myAccount } from './data.ts';
import { IbanField } from './IbanField.tsx';
import { Form } from '../ui/Form.tsx';

const FIELDS = ['iban', 'holder'] as const;

const sentenceOf = ({ code, path: _, ...values }: Flaw): string =>
  code === 'empty' ? t('ui.field.missing', { field: 'IBAN' }) : t(`accounts.issue.${code}`, values);

const changeForm = (account: AccountView) => {
  const navigate = useNavigate();
  const act = createAct();
  // The number itself never waits in the browser's memory.
  const form = createTyped('account', { iban: '', holder: account.current?.holder ?? '' }, ['iban']);
  const faults = createFaults(() => {
    const { iban, holder } = form.now();
    const number = payableIban(iban, today());
    return [
      ...(number.ok ? [] : (number.issues ?? [])).map((flaw) => ({ name: 'iban', text: sentenceOf(flaw) })),
      ...(holder.trim() === '' ? [missing('holder', t('accounts.holder'))] : []),
    ];
  });
  const press = async (): Promise<void> => {
    if (!faults.passes()) return;
    if (await act.run(() => enterAccount(account.version, form.now()))) {
      form.done();
      announce(t('accounts.change.done'));
      navigate('/account');
      return;
    }
    faults.told(act.problem(), FIELDS);
  };
  return { act, faults, form, press };
};

const ChangeForm = (props: { account: AccountView }) => {
  const change = changeForm(props.account);
  return (
    <Form onSubmit={() => void change.press()}>
      <ErrorSummary faults={change.faults.all()} />
      <IbanField
        name="iban"
        label="IBAN"
        hint={t('accounts.change.iban-hint')}
        error={change.faults.at('iban')}
        value={change.form.now().iban}
        onInput={(iban) => change.form.change({ iban })}
      />
      <TextField
        name="holder"
        label={t('accounts.holder')}
        hint={t('accounts.change.holder-hint')}
        autocomplete="cc-name"
        error={change.faults.at('holder')}
        value={change.form.now().holder}
        onInput={(holder) => change.form.change({ holder })}
      />
      <p class="kern-body measure">{t('accounts.change.next')}</p>
      <Show when={change.faults.all().length === 0 && change.act.problem()}>
        {(problem) => <ProblemAlert problem={problem()} />}
      </Show>
      <div class="actions">
        <Button type="submit" busy={change.act.busy()}>
          {t('accounts.change.action')}
        </Button>
        <LinkButton href="/account" kind="secondary">
          {t('accounts.change.back')}
        </LinkButton>
      </div>
    </Form>
  );
};

/** Enters or changes bank details. */
export const ChangePage = () => {
  const found = createAsync(() => myAccount());
  return (
    <Show when={found()}>
      {(account) => (
        <Page title={t('accounts.change.title')} lead={t('accounts.change.lead')}>
          <ChangeForm account={account()} />
        </Page>
      )}
    </Show>
  );
};

import { createAsync, useLocation, useNavigate } from '@solidjs/router';
import { createSignal, Show, untrack } from 'solid-js';
import type { AccountView } from '../../shared/accounts/wire.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { TextField } from '../ui/TextField.tsx';
import { confirmAccount, myAccount } from './data.ts';

const Confirm = (props: { code: string; account: AccountView }) => {
  const navigate = useNavigate();
  const act = createAct();
  const [code, setCode] = createSignal(untrack(() => props.code));
  const [error, setError] = createSignal<string>();
  const press = async () => {
    const said = t('accounts.confirm.done');
    setError(code().trim() === '' ? t('kernel.issue.empty') : undefined);
    if (error() !== undefined || !(await act.run((intent) => confirmAccount(code().trim(), intent)))) return;
    announce(said);
    navigate('/account');
  };
  return (
    <Form onSubmit={() => void press()}>
      <Show when={props.account.pending}>
        {(pending) => (
          <p class="kern-body">
            IBAN{' '}
            <bdi dir="ltr" class="figure">
              {pending().iban}
            </bdi>{' '}
            · <bdi>{pending().holder}</bdi>
          </p>
        )}
      </Show>
      <Show when={props.code === ''}>
        <TextField
          name="code"
          label={t('accounts.confirm.code')}
          autocomplete="one-time-code"
          error={error()}
          value={code()}
          onInput={setCode}
        />
      </Show>
      <p class="kern-body measure">{t('accounts.confirm.text')}</p>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button type="submit" icon="check" busy={act.busy()}>
          {t('accounts.confirm.action')}
        </Button>
        <LinkButton href="/account" kind="secondary">
          {t('accounts.confirm.not-me')}
        </LinkButton>
      </div>
    </Form>
  );
};

/** Where the link of the mail leads. Opening it confirms nothing: mail programs open links too. */
export const ConfirmPage = () => {
  const { hash } = useLocation();
  const found = createAsync(() => myAccount());
  return (
    <Show when={found()}>
      {(account) => (
        <Page title={t('accounts.confirm.title')}>
          <Confirm code={hash.slice(1)} account={account()} />
        </Page>
      )}
    </Show>
  );
};

import { useLocation, useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { TextField } from '../ui/TextField.tsx';
import { confirmContact } from './data.ts';

/** Where the link of the mail leads, with the code in its fragment. Opening it confirms nothing: mail programs open links too. */
export const ConfirmMailPage = () => {
  const navigate = useNavigate();
  const act = createAct();
  const [code, setCode] = createSignal(useLocation().hash.slice(1));
  const [error, setError] = createSignal<string>();
  const press = async () => {
    const said = t('bodies.details.contact.done');
    setError(code().trim() === '' ? t('kernel.issue.empty') : undefined);
    if (error() !== undefined || !(await act.run((intent) => confirmContact(code().trim(), intent)))) return;
    announce(said);
    navigate('/calendar/details');
  };
  return (
    <Page title={t('bodies.details.contact.title')} lead={t('bodies.details.contact.text')}>
      <Form onSubmit={() => void press()}>
        <TextField
          name="code"
          label={t('bodies.details.contact.code')}
          autocomplete="one-time-code"
          error={error()}
          value={code()}
          onInput={setCode}
        />
        <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
        <div class="actions">
          <Button type="submit" icon="check" busy={act.busy()}>
            {t('bodies.details.contact.action')}
          </Button>
          <LinkButton href="/calendar/details" kind="secondary">
            {t('ui.dialog.cancel')}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
};

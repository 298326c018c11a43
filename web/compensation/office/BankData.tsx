import { createSignal, Show } from 'solid-js';
import type { ClaimView } from '../../../shared/compensation/wire.ts';
import { createAct } from '../../acting.ts';
import { t } from '../../i18n.ts';
import { announce } from '../../ui/announce.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Form } from '../../ui/Form.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { fixBankData } from './data.ts';

/** After a payment came back: the details are new by now, or somebody made sure that the same ones are right. */
export const BankData = (props: { claim: ClaimView }) => {
  const act = createAct();
  const [sameStands, setSameStands] = createSignal(false);
  const press = async () => {
    const { claim, seq } = props.claim;
    const body = { seq, ...(sameStands() && { sameStands: true }) };
    if (await act.run((intent) => fixBankData(claim, body, intent))) announce(t('compensation.office.bank.done'));
  };
  return (
    <Form onSubmit={() => void press()}>
      <Alert kind="warning" title={t('compensation.office.bank.title')}>
        <p class="kern-body">{t(`compensation.office.bank.${props.claim.accountState}`)}</p>
      </Alert>
      <Checkbox
        name="sameStands"
        label={t('compensation.office.bank.same')}
        hint={t('compensation.office.bank.hint')}
        checked={sameStands()}
        onInput={setSameStands}
      />
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button type="submit" busy={act.busy()}>
          {t('compensation.office.bank.action')}
        </Button>
      </div>
    </Form>
  );
};

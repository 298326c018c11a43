import { useNavigate } from '@solidjs/router';
import type { CaseView } from '../../shared/funding/wire.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import { t } from '../i18n.ts';
import type { Intent } from '../intent.ts';
import { ConfirmAct } from '../ui/ConfirmAct.tsx';
import { discard } from './acts.ts';
import { keepWaiting } from './waiting.ts';

/** Throws a draft away, asked for twice: what is written in it is gone for everybody. */
export const Discard = (props: { found: CaseView }) => {
  const navigate = useNavigate();
  const send = async (intent: Intent) => {
    const { id, version, formId } = props.found;
    const answer = await discard(id, { version }, intent);
    if (!answer.ok) return answer;
    for (const section of formOf(formId).sections) keepWaiting(id, section.id, undefined);
    navigate('/funding/cases');
    return answer;
  };
  return (
    <div class="actions">
      <ConfirmAct
        kind="tertiary"
        icon="delete"
        action={t('funding.discard.action')}
        title={t('funding.discard.title')}
        confirm={t('funding.discard.confirm')}
        done={t('funding.discard.done')}
        send={send}
      >
        <p class="kern-body">{t('funding.discard.text')}</p>
      </ConfirmAct>
    </div>
  );
};

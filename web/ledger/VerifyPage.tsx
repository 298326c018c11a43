import { Show } from 'solid-js';
import { t } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { Told } from './Told.tsx';
import { verifying } from './verifying.ts';

/** The whole register, worked out again on the visitor's own device. */
export const VerifyPage = () => {
  const check = verifying();
  return (
    <Page
      title={t('ledger.verify.title')}
      lead={t('ledger.verify.lead')}
      above={
        <LinkButton href="/ledger" kind="tertiary" icon="back">
          {t('ledger.entry.back')}
        </LinkButton>
      }
    >
      <div class="actions">
        <Button busy={check.told()?.is === 'progress'} onClick={() => check.checkLog()}>
          <Show when={check.told()} fallback={t('ledger.verify.start')}>
            {t('ledger.verify.again')}
          </Show>
        </Button>
      </div>
      <Told told={check.told()} />
      <p class="kern-body measure">{t('ledger.verify.independent')}</p>
    </Page>
  );
};

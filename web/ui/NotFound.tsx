import { t } from '../i18n.ts';
import { LinkButton } from './LinkButton.tsx';
import { Page } from './Page.tsx';

/** Also for what belongs to others: it answers like what does not exist. */
export const NotFound = () => (
  <Page title={t('ui.not-found.title')} lead={t('ui.not-found.lead')}>
    <p class="kern-body measure">{t('ui.not-found.next')}</p>
    <div class="actions">
      <LinkButton href="/">{t('ui.not-found.home')}</LinkButton>
    </div>
  </Page>
);

import { t } from '../i18n.ts';
import { Page } from '../ui/Page.tsx';
import { Sections } from './Sections.tsx';

/** § 5 DDG, § 18(2) MStV. */
export const Imprint = () => (
  <Page title={t('legal.imprint.title')} lead={t('legal.imprint.lead')}>
    <Sections of="imprint" names={['provider', 'contact', 'responsible', 'vat', 'dispute', 'licence']} />
  </Page>
);

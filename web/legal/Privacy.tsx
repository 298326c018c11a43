import { t } from '../i18n.ts';
import { Page } from '../ui/Page.tsx';
import { Sections } from './Sections.tsx';

const PARTS = [
  'controller',
  'officer',
  'purposes',
  'visit',
  'account',
  'publication',
  'recipients',
  'retention',
  'rights',
  'authority',
  'duty',
];

/** Articles 13 and 14 GDPR. */
export const Privacy = () => (
  <Page title={t('legal.privacy.title')} lead={t('legal.privacy.lead')}>
    <Sections of="privacy" names={PARTS} />
  </Page>
);

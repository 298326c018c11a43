import { t } from '../i18n.ts';
import { DayText } from '../ui/DayText.tsx';
import { Page } from '../ui/Page.tsx';
import { Sections } from './Sections.tsx';

const MADE_ON = '2026-11-22';

const PARTS = ['standard', 'state', 'missing', 'alternatives', 'assessment', 'feedback', 'commissioner'];

/** The statement of § 5 BIKTG Bln with § 7 BITV 2.0; it is to be renewed each year and at every change. */
export const Accessibility = () => (
  <Page title={t('legal.accessibility.title')} lead={t('legal.accessibility.lead')}>
    <Sections of="accessibility" names={PARTS} />
    <p class="kern-body">
      {t('legal.accessibility.made-on')} <DayText day={MADE_ON} />
    </p>
  </Page>
);

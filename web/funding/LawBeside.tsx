import { Show } from 'solid-js';
import type { LawLine } from '../../shared/funding/law-beside.ts';
import type { CaseView } from '../../shared/funding/wire.ts';
import { moneyText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { localeOf } from '../language.ts';
import { Accordion } from '../ui/Accordion.tsx';
import { Summary } from '../ui/Summary.tsx';

const dayOfYear = (monthAndDay: string): string =>
  Intl.DateTimeFormat(localeOf(language()), { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`2000-${monthAndDay}T00:00:00Z`),
  );

const valueOf = (of: LawLine['value']): string => {
  if ('cents' in of) return moneyText(of.cents, language());
  if ('months' in of) return t('funding.law.months', { count: of.months });
  if ('days' in of) return t('funding.law.days', { count: of.days });
  if ('remedy' in of) return t(`funding.law.${of.remedy}`);
  return dayOfYear(of.yearDay);
};

/** Which law the decision rests on, and how far each value of it was read in the norm itself. */
export const LawBeside = (props: { found: CaseView }) => (
  <Show when={props.found.law}>
    {(law) => (
      <Accordion title={t('funding.law.title')}>
        <p class="kern-body measure">{t('funding.law.lead')}</p>
        <Summary
          title={t('funding.law.values')}
          items={law().map((line) => ({
            term: t(`funding.law.name.${line.name}`),
            value: (
              <>
                <bdi>{valueOf(line.value)}</bdi> (<bdi lang="de">{line.norm}</bdi>). {t(`law.status.${line.status}`)}.{' '}
                {t('funding.law.source')} <bdi lang="en">{line.source}</bdi>
              </>
            ),
          }))}
        />
      </Accordion>
    )}
  </Show>
);

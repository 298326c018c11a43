import { createAsync, useSearchParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { t } from '../i18n.ts';
import { Page } from '../ui/Page.tsx';
import { Select } from '../ui/Select.tsx';
import { BodyCard } from './BodyCard.tsx';
import { bodies } from './data.ts';

/** Who advises whom, how to reach them, when they meet. */
export const BodiesPage = () => {
  const [search, setSearch] = useSearchParams<{ district?: string }>();
  const found = createAsync(() => bodies());
  /** By their names: hardly anybody knows the keys. */
  const districts = () =>
    [
      ...new Map(
        (found() ?? []).flatMap(({ district, districtName }) =>
          district ? [[district, districtName ?? district]] : [],
        ),
      ),
    ]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label, 'de'));
  const shown = () =>
    (found() ?? []).filter(
      (body) => !search.district || body.district === undefined || body.district === search.district,
    );
  return (
    <Show when={found()}>
      <Page title={t('bodies.list.title')} lead={t('bodies.list.lead')}>
        <div class="form">
          <Select
            name="district"
            label={t('bodies.list.district')}
            hint={t('bodies.list.district-hint')}
            empty={t('bodies.list.every-district')}
            value={search.district ?? ''}
            options={districts()}
            onInput={(district) => setSearch({ district: district || undefined }, { scroll: false })}
          />
        </div>
        <p class="kern-body" role="status">
          {t('bodies.list.shown', { count: shown().length })}
        </p>
        <ul class="doors plain-list">
          <For each={shown()}>
            {(body) => (
              <li>
                <BodyCard body={body} />
              </li>
            )}
          </For>
        </ul>
      </Page>
    </Show>
  );
};

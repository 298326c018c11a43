import { For, Show } from 'solid-js';
import type { SittingView } from '../../shared/bodies/views.ts';
import { t } from '../i18n.ts';
import { dayText } from '../format.ts';
import { language } from '../i18n.ts';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { TextAct } from '../ui/TextAct.tsx';
import { answerObjection, object } from './data.ts';

type Objection = SittingView['objections'][number];

const One = (props: { sitting: SittingView; objection: Objection }) => (
  <li class="entry stack">
    <p class="kern-body kern-body--small">
      <Isolate>{props.objection.name}</Isolate> · <InstantText at={props.objection.at} />
    </p>
    <blockquote class="typed kern-body">
      <Isolate>{props.objection.text}</Isolate>
    </blockquote>
    <Show
      when={props.objection.answer}
      fallback={
        <Show when={props.sitting.acts.includes('answerObjection')}>
          <TextAct
            name={`answer-${props.objection.person}`}
            place={`${props.sitting.sitting}/answer-${props.objection.person}`}
            label={t('bodies.objection.answer')}
            hint={t('bodies.objection.answer-hint')}
            action={t('bodies.objection.answer-action')}
            max={1000}
            done={t('bodies.objection.answered')}
            send={(text, intent) =>
              answerObjection(
                props.sitting.body,
                props.sitting.sitting,
                { person: props.objection.person, text },
                intent,
              )
            }
          />
        </Show>
      }
    >
      {(answer) => (
        <>
          <Show when={props.objection.outcome}>
            {(outcome) => (
              <p>
                <StatusTag kind="info" text={t(`bodies.objection.outcome.${outcome()}`)} />
              </p>
            )}
          </Show>
          <blockquote class="typed kern-body">
            <Isolate>{answer()}</Isolate>
          </blockquote>
        </>
      )}
    </Show>
  </li>
);

/** A member says that the list is wrong; the office answers, and corrects it where that is so. */
export const Objections = (props: { sitting: SittingView }) => (
  <Show when={props.sitting.objections.length > 0 || props.sitting.acts.includes('object')}>
    <section class="stack">
      <h2 class="kern-heading-medium">{t('bodies.objection.title')}</h2>
      <ul class="plain-list">
        <For each={props.sitting.objections}>
          {(objection) => <One sitting={props.sitting} objection={objection} />}
        </For>
      </ul>
      <Show when={props.sitting.acts.includes('object')}>
        <TextAct
          name="objection"
          place={`${props.sitting.sitting}/object`}
          label={t('bodies.objection.text')}
          hint={
            props.sitting.objectUntil === undefined
              ? t('bodies.objection.hint')
              : t('bodies.objection.hint-until', { day: dayText(props.sitting.objectUntil, language()) })
          }
          action={t('bodies.objection.action')}
          kind="secondary"
          max={1000}
          done={t('bodies.objection.done')}
          send={(text, intent) => object(props.sitting.body, props.sitting.sitting, { text }, intent)}
        />
      </Show>
    </section>
  </Show>
);

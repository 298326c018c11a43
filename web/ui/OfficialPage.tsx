import { Show, type JSX } from 'solid-js';
import { ProblemError } from '../problem.ts';
import { isSessionKnown, session } from '../session.ts';
import { FaultPage } from './FaultPage.tsx';
import { Loading } from './Loading.tsx';
import { NotFound } from './NotFound.tsx';

const SIGNED_OUT = new ProblemError({ kind: 'signed-out' });

/** A page that needs to know for which office a person works before it can ask for anything. */
export const OfficialPage = <T,>(props: { for: T | undefined; children: (office: () => T) => JSX.Element }) => (
  <Show
    when={props.for}
    fallback={
      <Show when={isSessionKnown()} fallback={<Loading />}>
        <Show when={session()} fallback={<FaultPage fault={SIGNED_OUT} again={() => undefined} />}>
          <NotFound />
        </Show>
      </Show>
    }
  >
    {(office) => props.children(office)}
  </Show>
);

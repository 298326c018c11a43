import type { JSX } from 'solid-js';

/** A name or text that people entered: it finds its own direction and does not disturb the sentence around it. */
export const Isolate = (props: { children: JSX.Element }) => <bdi>{props.children}</bdi>;

import { Route, Router } from '@solidjs/router';
import { lazy, type Component } from 'solid-js';
import { loadTexts } from './i18n.ts';
import { NotFound } from './ui/NotFound.tsx';
import { Site } from './ui/Site.tsx';

/** A page with the texts of its rooms; both come when it is first opened. */
const page = (rooms: readonly string[], load: () => Promise<Component>) =>
  lazy(async () => {
    const [component] = await Promise.all([load(), loadTexts(...rooms)]);
    return { default: component };
  });

const Home = page(['site'], async () => (await import('./site/Home.tsx')).Home);
const Imprint = page(['legal'], async () => (await import('./legal/Imprint.tsx')).Imprint);
const Privacy = page(['legal'], async () => (await import('./legal/Privacy.tsx')).Privacy);
const Accessibility = page(['legal'], async () => (await import('./legal/Accessibility.tsx')).Accessibility);

export const App = () => (
  <Router root={Site}>
    <Route path="/" component={Home} />
    <Route path="/imprint" component={Imprint} />
    <Route path="/privacy" component={Privacy} />
    <Route path="/accessibility" component={Accessibility} />
    <Route path="*" component={NotFound} />
  </Router>
);

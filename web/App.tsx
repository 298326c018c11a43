import { Route, Router } from '@solidjs/router';
import { lazy } from 'solid-js';
import { loadTexts } from './i18n.ts';
import type { PageEntry } from './page-entry.ts';
import { PAGES } from './pages.ts';
import { NotFound } from './ui/NotFound.tsx';
import { Site } from './ui/Site.tsx';

/** A page with the texts of its rooms; both come when it is first opened. */
const lazyPage = (page: PageEntry) =>
  lazy(async () => {
    const [component] = await Promise.all([page.load(), loadTexts(...page.rooms)]);
    return { default: component };
  });

/** The page of the present address inside what stands around every page. */
export const App = () => (
  <Router root={Site}>
    {PAGES.map((page) => (
      <Route path={page.path} component={lazyPage(page)} />
    ))}
    <Route path="*" component={NotFound} />
  </Router>
);

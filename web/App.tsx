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

const CASE = ['funding', 'programmes', 'kernel'];

const Home = page(['site'], async () => (await import('./site/Home.tsx')).Home);
const Imprint = page(['legal'], async () => (await import('./legal/Imprint.tsx')).Imprint);
const Privacy = page(['legal'], async () => (await import('./legal/Privacy.tsx')).Privacy);
const Accessibility = page(['legal'], async () => (await import('./legal/Accessibility.tsx')).Accessibility);

const Calls = page(['programmes'], async () => (await import('./programmes/Calls.tsx')).Calls);
const CallPage = page(['programmes'], async () => (await import('./programmes/CallPage.tsx')).CallPage);

const MyCases = page(CASE, async () => (await import('./funding/MyCases.tsx')).MyCases);
const CasePage = page(CASE, async () => (await import('./funding/CasePage.tsx')).CasePage);
const SectionPage = page(CASE, async () => (await import('./funding/SectionPage.tsx')).SectionPage);
const CheckPage = page(CASE, async () => (await import('./funding/CheckPage.tsx')).CheckPage);
const ProposePage = page(CASE, async () => (await import('./funding/ProposePage.tsx')).ProposePage);
const DecidePage = page(CASE, async () => (await import('./funding/DecidePage.tsx')).DecidePage);
const WorkList = page(CASE, async () => (await import('./funding/WorkList.tsx')).WorkList);

const MyNotices = page(['notices'], async () => (await import('./notices/MyNotices.tsx')).MyNotices);
const NoticePage = page(['notices'], async () => (await import('./notices/NoticePage.tsx')).NoticePage);

const LedgerPage = page(['ledger'], async () => (await import('./ledger/LedgerPage.tsx')).LedgerPage);
const EntryPage = page(['ledger'], async () => (await import('./ledger/EntryPage.tsx')).EntryPage);
const VerifyPage = page(['ledger'], async () => (await import('./ledger/VerifyPage.tsx')).VerifyPage);
const ReportsPage = page(['ledger'], async () => (await import('./ledger/ReportsPage.tsx')).ReportsPage);
const OpenDataPage = page(['ledger'], async () => (await import('./ledger/OpenDataPage.tsx')).OpenDataPage);

/** Addresses that stand in mails and notices keep for good. */
export const App = () => (
  <Router root={Site}>
    <Route path="/" component={Home} />
    <Route path="/imprint" component={Imprint} />
    <Route path="/privacy" component={Privacy} />
    <Route path="/accessibility" component={Accessibility} />
    <Route path="/programmes/calls" component={Calls} />
    <Route path="/programmes/calls/:call" component={CallPage} />
    <Route path="/funding/cases" component={MyCases} />
    <Route path="/funding/cases/:id" component={CasePage} />
    <Route path="/funding/cases/:id/sections/:section" component={SectionPage} />
    <Route path="/funding/cases/:id/check" component={CheckPage} />
    <Route path="/funding/cases/:id/propose" component={ProposePage} />
    <Route path="/funding/cases/:id/decide" component={DecidePage} />
    <Route path="/funding/work-list" component={WorkList} />
    <Route path="/notices" component={MyNotices} />
    <Route path="/notices/:notice" component={NoticePage} />
    <Route path="/ledger" component={LedgerPage} />
    <Route path="/ledger/entries/:entry" component={EntryPage} />
    <Route path="/ledger/verify" component={VerifyPage} />
    <Route path="/reports" component={ReportsPage} />
    <Route path="/open-data" component={OpenDataPage} />
    <Route path="*" component={NotFound} />
  </Router>
);

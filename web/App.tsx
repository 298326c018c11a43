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
const DecidePage = page([...CASE, 'notices'], async () => (await import('./funding/DecidePage.tsx')).DecidePage);
const WorkList = page(CASE, async () => (await import('./funding/WorkList.tsx')).WorkList);

const MyNotices = page(['notices'], async () => (await import('./notices/MyNotices.tsx')).MyNotices);
const NoticePage = page(['notices'], async () => (await import('./notices/NoticePage.tsx')).NoticePage);

const BODIES = ['bodies', 'kernel'];
const COMPENSATION = ['compensation', 'law', 'kernel'];
const ACCOUNTS = ['accounts', 'kernel'];

const BodiesPage = page(['bodies'], async () => (await import('./bodies/BodiesPage.tsx')).BodiesPage);
const BodyPage = page(['bodies'], async () => (await import('./bodies/BodyPage.tsx')).BodyPage);
const OfficePage = page(BODIES, async () => (await import('./bodies/OfficePage.tsx')).OfficePage);
const SeatPage = page(BODIES, async () => (await import('./bodies/SeatPage.tsx')).SeatPage);
const SettingsPage = page(BODIES, async () => (await import('./bodies/SettingsPage.tsx')).SettingsPage);
const PlanPage = page(BODIES, async () => (await import('./bodies/PlanPage.tsx')).PlanPage);
const SittingPage = page(BODIES, async () => (await import('./bodies/SittingPage.tsx')).SittingPage);
const CalendarPage = page(BODIES, async () => (await import('./bodies/CalendarPage.tsx')).CalendarPage);
const DetailsPage = page(BODIES, async () => (await import('./bodies/DetailsPage.tsx')).DetailsPage);

const MyClaims = page(COMPENSATION, async () => (await import('./compensation/MyClaims.tsx')).MyClaims);
const ClaimPage = page(COMPENSATION, async () => (await import('./compensation/ClaimPage.tsx')).ClaimPage);
const ExpensePage = page(COMPENSATION, async () => (await import('./compensation/ExpensePage.tsx')).ExpensePage);
const StatementPage = page(COMPENSATION, async () => (await import('./compensation/StatementPage.tsx')).StatementPage);

const CLAIM = [...COMPENSATION, 'notices'];
const PAYMENTS = ['payments', 'kernel'];

const ClaimWorkList = page(
  COMPENSATION,
  async () => (await import('./compensation/office/WorkListPage.tsx')).WorkListPage,
);
const ProposeRejection = page(
  COMPENSATION,
  async () => (await import('./compensation/office/ProposeRejectionPage.tsx')).ProposeRejectionPage,
);
const DecideClaim = page(CLAIM, async () => (await import('./compensation/office/DecidePage.tsx')).DecidePage);
const ReportablePage = page(
  COMPENSATION,
  async () => (await import('./compensation/office/ReportablePage.tsx')).ReportablePage,
);

const PendingPage = page(ACCOUNTS, async () => (await import('./accounts/PendingPage.tsx')).PendingPage);

const PaymentsPage = page(PAYMENTS, async () => (await import('./payments/PaymentsPage.tsx')).PaymentsPage);
const RunsPage = page(PAYMENTS, async () => (await import('./payments/RunsPage.tsx')).RunsPage);
const RunPage = page(PAYMENTS, async () => (await import('./payments/RunPage.tsx')).RunPage);
const StatementsPage = page(PAYMENTS, async () => (await import('./payments/StatementsPage.tsx')).StatementsPage);
const ClarificationsPage = page(
  PAYMENTS,
  async () => (await import('./payments/ClarificationsPage.tsx')).ClarificationsPage,
);

const AccountPage = page(ACCOUNTS, async () => (await import('./accounts/AccountPage.tsx')).AccountPage);
const ChangePage = page(ACCOUNTS, async () => (await import('./accounts/ChangePage.tsx')).ChangePage);
const ConfirmPage = page(ACCOUNTS, async () => (await import('./accounts/ConfirmPage.tsx')).ConfirmPage);

const PublicCompensation = page(
  ['ledger'],
  async () => (await import('./ledger/CompensationPage.tsx')).CompensationPage,
);
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
    <Route path="/bodies" component={BodiesPage} />
    <Route path="/bodies/:body" component={BodyPage} />
    <Route path="/bodies/:body/office" component={OfficePage} />
    <Route path="/bodies/:body/office/plan" component={PlanPage} />
    <Route path="/bodies/:body/office/settings" component={SettingsPage} />
    <Route path="/bodies/:body/office/seats/:seat" component={SeatPage} />
    <Route path="/bodies/:body/sittings/:sitting" component={SittingPage} />
    <Route path="/calendar" component={CalendarPage} />
    <Route path="/calendar/details" component={DetailsPage} />
    <Route path="/compensation" component={MyClaims} />
    <Route path="/compensation/statements/:year" component={StatementPage} />
    <Route path="/compensation/work-list" component={ClaimWorkList} />
    <Route path="/compensation/reportable" component={ReportablePage} />
    <Route path="/compensation/:claim/propose-rejection" component={ProposeRejection} />
    <Route path="/compensation/:claim/decide" component={DecideClaim} />
    <Route path="/compensation/:claim" component={ClaimPage} />
    <Route path="/compensation/:claim/expenses/:item" component={ExpensePage} />
    <Route path="/account" component={AccountPage} />
    <Route path="/account/change" component={ChangePage} />
    <Route path="/account/confirm" component={ConfirmPage} />
    <Route path="/accounts/pending" component={PendingPage} />
    <Route path="/payments" component={PaymentsPage} />
    <Route path="/payments/runs" component={RunsPage} />
    <Route path="/payments/runs/:run" component={RunPage} />
    <Route path="/payments/statements" component={StatementsPage} />
    <Route path="/payments/clarifications" component={ClarificationsPage} />
    <Route path="/ledger/compensation" component={PublicCompensation} />
    <Route path="/ledger" component={LedgerPage} />
    <Route path="/ledger/entries/:entry" component={EntryPage} />
    <Route path="/ledger/verify" component={VerifyPage} />
    <Route path="/reports" component={ReportsPage} />
    <Route path="/open-data" component={OpenDataPage} />
    <Route path="*" component={NotFound} />
  </Router>
);

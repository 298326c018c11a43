import { launch } from '../support/browser.ts';
import { Walker } from '../support/walk.ts';
const b = await launch();
const w = await Walker.with(b, { language: 'de', width: 1280 }, 'http://localhost:3100', 'zz');
w.page.on('response', (r) => {
  if (/api|identity/.test(r.url())) console.log(r.status(), r.request().method(), r.url());
});
await w.page.goto('/programmes/calls/struktur-2027');
await w.page.getByRole('heading', { level: 1 }).waitFor();
await w.follow('programmes.call.sign-in');
await w.page.locator('#editor').click();
await w.page.waitForTimeout(4000);
console.log(w.page.url(), w.complaints, await w.page.locator('body').innerText());
console.log(await w.page.evaluate('fetch("/api/me").then(r=>r.text())'));
await b.close();

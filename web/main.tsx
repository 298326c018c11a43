import { render } from 'solid-js/web';
import { App } from './App.tsx';
import { startTexts } from './i18n.ts';
import { learnSession, watchPerson } from './session.ts';
import { startTheme } from './theme.ts';

startTheme();
await startTexts();
watchPerson();
void learnSession();
render(() => <App />, document.getElementById('app')!);

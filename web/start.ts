import './styles/index.css';
import { beginPage } from './begin.ts';

/** The small entry: asks at once for all that the page will need, while the application itself is still on its way. */
beginPage(location.pathname, location.search);
void import('./main.tsx');

import { useSearchParams } from '@solidjs/router';
import { authoritiesOf, scopesOf } from '../offices.ts';
import { session } from '../session.ts';

/** The authorities whose payments this person may see, and the one that the address names or the first. */
export const usePayingOffice = () => {
  const [search] = useSearchParams();
  const all = () => authoritiesOf(session(), ['certifier', 'orderer', 'auditor']);
  return { all, here: () => all().find((id) => id === search['authority']) ?? all()[0] };
};

const holdsFor = (role: 'certifier' | 'orderer', authority: string): boolean =>
  scopesOf(session(), [role]).includes(authority);

/** Whether this person may open runs and hand in statements, or only read. */
export const isCertifier = (authority: string): boolean => holdsFor('certifier', authority);

export const isPayer = (authority: string): boolean => isCertifier(authority) || holdsFor('orderer', authority);

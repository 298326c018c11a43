import * as z from 'zod/mini';
import { invisibleSigns } from './characters.ts';
import { withoutSigns } from './text.ts';

/** RFC 5321, 4.5.3.1: what a mail server must take. */
const LONGEST = 254;
const LONGEST_LOCAL_PART = 64;

/** RFC 5322 `dot-atom`: no quotes, no two dots, none at an end. The mail service takes no other letters before the `@`. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Letters of any script, digits, hyphens, dots: anything else has a meaning in a URL. */
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;

/** The name as it stands in the DNS: `bücher.example` is `xn--bcher-kva.example`. Undefined if it can be none. */
const dnsName = (domain: string): string | undefined => {
  if (!DOMAIN.test(domain)) return undefined;
  const name = URL.parse(`http://${domain}/`)?.hostname ?? '';
  const labels = name.split('.');
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1)!);
  return isName ? name : undefined;
};

/** An address that can receive mail, its domain as the DNS writes it; undefined if the text is none. */
const readMailAddress = (typed: string): string | undefined => {
  const text = typed.trim();
  if (text.length > LONGEST) return undefined;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const name = dnsName(text.slice(at + 1));
  if (local.length > LONGEST_LOCAL_PART || !LOCAL_PART.test(local) || name === undefined) return undefined;
  const address = `${local}@${name}`;
  return address.length > LONGEST ? undefined : address;
};

/**
 * A mail address. Issues: `too-long`, `unsafe-characters` (with the sign and its place), `mail-address`. Spaces around it go;
 * a domain with umlauts becomes what the DNS and the mail service know.
 */
export const mailAddress = () =>
  z.pipe(
    z.string().check(
      z.maxLength(LONGEST, { abort: true }),
      withoutSigns('unsafe-characters', invisibleSigns),
      z.refine((text) => readMailAddress(text) !== undefined, { error: 'mail-address' }),
    ),
    z.transform((text) => readMailAddress(text)!),
  );

/**
 * Endings and words by which a German name shows that a legal person bears it: registered association, companies with
 * limited liability, foundations, corporations under public law. Not complete: whoever is not recognised is not named.
 * Source: domain rules 5.3 (1), policy; legal forms general knowledge, not verified against a register.
 */
const LEGAL_FORM =
  /(?<!\p{L})e\. ?V(?!\p{L})|GmbH|mbH|(?<!\p{L})(?:UG|AG|eG|KdöR)(?!\p{L})|Stiftung|gemeinde(?!\p{L})|Kirche|Kammer(?!\p{L})|Universität|Hochschule|Körperschaft|Charité|Bezirksamt/iu;

/** Civil-law partnerships and natural persons are never named, whatever number stands beside them. */
const NEVER = /(?<!\p{L})GbR(?!\p{L})|bürgerlichen Rechts|natürliche|Einzelperson/iu;

/** Whether the public may read the name: legal persons only (domain rules 5.3, after CJEU C-92/09). */
export const mayBeNamed = (name: string, registerId: string | undefined): boolean =>
  !NEVER.test(name) && (registerId !== undefined || LEGAL_FORM.test(name));

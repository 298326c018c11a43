/** An account number in groups of four, as on the card, from left to right in every language; a masked one stays as it is. */
export const ibanText = (iban: string): string => iban.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ');

export const Iban = (props: { iban: string }) => (
  <bdi class="iban" dir="ltr">
    {ibanText(props.iban)}
  </bdi>
);

import { moneyText } from '../format.ts';
import { language } from '../i18n.ts';

/** An amount of cents as the language writes it, kept together and in its own direction. */
export const Money = (props: { cents: number }) => <bdi class="figure">{moneyText(props.cents, language())}</bdi>;

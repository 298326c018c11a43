import { CfnParameter, type Stack } from 'aws-cdk-lib';

/**
 * What differs from city to city. They are given when deploying (`npm run deploy -- --parameters Domain=…`),
 * so that one synthesised template serves every account, region and partition.
 */
export interface Settings {
  /** The portal's host name, as in the certificate. */
  readonly domain: string;
  /** A certificate for the domain, in the region where CloudFront looks for certificates. */
  readonly certificateArn: string;
  /** Discovery address of the OpenID provider. */
  readonly issuer: string;
  readonly clientId: string;
  /** The log's permanent name; it follows neither domain nor region (trust, "The log"). */
  readonly ledgerOrigin: string;
  /** Sender of all mail; its domain is a verified identity of the mail service. */
  readonly mailFrom: string;
  readonly mailDomain: string;
  /** Who is told when an alarm rings. */
  readonly alarmMail: string;
}

const HOST = '^[a-z0-9.-]+$';
const MAIL = '^[^@\\s]+@[a-z0-9.-]+$';

export const settingsOf = (stack: Stack): Settings => {
  const ask = (id: string, description: string, allowedPattern: string, example?: string): string =>
    new CfnParameter(stack, id, {
      description,
      allowedPattern,
      ...(example === undefined ? {} : { default: example }),
    }).valueAsString;
  return {
    domain: ask('Domain', 'Host name of the portal', HOST),
    certificateArn: ask('CertificateArn', 'Certificate for the host name', '^arn:.+:certificate/.+$'),
    issuer: ask('Issuer', 'Discovery address of the OpenID provider', '^https://.+$'),
    clientId: ask('ClientId', 'Name of the portal at the OpenID provider', '^.+$', 'anteil'),
    ledgerOrigin: ask('LedgerOrigin', 'Permanent name of the transparency log, without scheme', '^[^\\s+]+$'),
    mailFrom: ask('MailFrom', 'Sender of all mail', MAIL),
    mailDomain: ask('MailDomain', 'Verified domain of the sender', HOST),
    alarmMail: ask('AlarmMail', 'Mailbox that alarms are sent to', MAIL),
  };
};

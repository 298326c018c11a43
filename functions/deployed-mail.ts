import { SESv2Client } from '@aws-sdk/client-sesv2';
import { setting } from './deployed.ts';
import { sesMailer } from './kernel/mail.ses.ts';

export const deployedMailer = () => sesMailer({ client: new SESv2Client({}), from: setting('MAIL_FROM') });

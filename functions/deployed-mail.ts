import { SESv2Client } from '@aws-sdk/client-sesv2';
import { setting } from './deployed.ts';
import { PATIENCE } from './kernel/patience.ts';
import { sesMailer } from './kernel/mail.ses.ts';

export const deployedMailer = () => sesMailer({ client: new SESv2Client(PATIENCE), from: setting('MAIL_FROM') });

import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config, publicUrl } from './config';

export interface MailMessage {
  /** Stable across tries, so that a second delivery of the same mail can be recognised. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** A calendar file to attach: `text/calendar` of that method. */
  calendar?: { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; filename: string; content: string };
}

/** Sends mail over SMTP. Without `SMTP_URL` there is no transport, and mail stays in the outbox, which a page shows in demo mode. */
@Injectable()
export class MailTransport {
  private readonly transporter: Transporter | null;

  constructor(private readonly config: Config) {
    const url = config.settings.SMTP_URL;
    this.transporter = url ? createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as object) : null;
  }

  get delivers(): boolean {
    return this.transporter !== null;
  }

  /** Throws where the mail server refuses or does not answer; the job that called tries again later. */
  async send(message: MailMessage): Promise<void> {
    if (!this.transporter) throw new Error('No SMTP_URL is set.');
    await this.transporter.sendMail({
      from: this.config.settings.MAIL_FROM,
      to: message.to,
      subject: message.subject,
      text: message.text,
      html: message.html,
      messageId: `<${message.messageId}@${new URL(publicUrl(this.config.settings)).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(message.calendar ? { icalEvent: message.calendar } : {}),
    });
  }
}

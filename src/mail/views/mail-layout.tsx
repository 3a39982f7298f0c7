import type { PropsWithChildren } from '@kitajs/html';

/** The frame of every mail: one column, plain markup that mail programs understand, no picture, no tracking. */
export function MailLayout({ subject, children }: PropsWithChildren<{ subject: string }>): JSX.Element {
  return (
    <>
      {'<!doctype html>'}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title safe>{subject}</title>
        </head>
        <body style="margin:0;background:#faf7f1;color:#1d2a2c;font:16px/1.55 Georgia,serif">
          <div style="max-width:560px;margin:0 auto;padding:32px 20px">
            <p style="font:600 18px/1 Arial,sans-serif;color:#0f6b6b;margin:0 0 28px">Glabella</p>
            {children}
            <p style="font:13px/1.5 Arial,sans-serif;color:#5d6b6c;border-top:1px solid #ddd5c8;margin-top:32px;padding-top:16px">
              You receive this mail because something happened in your Glabella account.
            </p>
          </div>
        </body>
      </html>
    </>
  );
}

/** The one thing the mail asks for. */
export function MailButton({ href, children }: PropsWithChildren<{ href: string }>): JSX.Element {
  return (
    <p style="margin:24px 0">
      <a
        href={href}
        style="background:#0f6b6b;color:#ffffff;padding:12px 20px;border-radius:6px;font:600 16px/1 Arial,sans-serif;text-decoration:none;display:inline-block"
      >
        {children}
      </a>
    </p>
  );
}

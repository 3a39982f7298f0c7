import type { Part } from '../letter.js';
import type { Optional } from '../optional.js';
import { topicWords } from '../topics.js';

const button =
  'background:#0f6b6b;color:#ffffff;padding:12px 20px;border-radius:6px;font:600 16px/1 Arial,sans-serif;text-decoration:none;display:inline-block';

/** The frame of every mail: one column, plain markup that mail programs understand, no picture, no tracking. */
interface LetterProps {
  subject: string;
  parts: Part[];
  baseUrl: string;
  optional?: Optional | undefined;
}

export function LetterPage({ subject, parts, baseUrl, optional }: LetterProps): JSX.Element {
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
            <h1 style="font:600 24px/1.3 Georgia,serif;margin:0 0 20px" safe>
              {subject}
            </h1>
            {parts.map((part) => (
              <PartView part={part} baseUrl={baseUrl} />
            ))}
            <Ending optional={optional} baseUrl={baseUrl} />
          </div>
        </body>
      </html>
    </>
  );
}

const fine =
  'font:13px/1.5 Arial,sans-serif;color:#5d6b6c;border-top:1px solid #ddd5c8;margin-top:32px;padding-top:16px';

function Ending({ optional, baseUrl }: { optional: Optional | undefined; baseUrl: string }): JSX.Element {
  if (!optional) return <p style={fine}>You receive this mail because something happened in your Glabella account.</p>;
  const { title } = topicWords[optional.topic];
  return (
    <p style={fine}>
      <span safe>{`You get this mail because of your choices: ${title}. `}</span>
      <a href={`${baseUrl}${optional.stopPath}`}>Stop these mails</a> ·{' '}
      <a href={`${baseUrl}/account/mail`}>Choose what you get, and when</a>
    </p>
  );
}

function PartView({ part, baseUrl }: { part: Part; baseUrl: string }): JSX.Element {
  if (typeof part === 'string') return <p safe>{part}</p>;
  if ('heading' in part)
    return (
      <h2 style="font:600 18px/1.3 Georgia,serif" safe>
        {part.heading}
      </h2>
    );
  if ('quote' in part)
    return (
      <blockquote style="margin:16px 0;padding-left:16px;border-left:3px solid #ddd5c8" safe>
        {part.quote}
      </blockquote>
    );
  if ('list' in part)
    return (
      <ul>
        {part.list.map((item) => (
          <li safe>{item}</li>
        ))}
      </ul>
    );
  const { label, path } = 'button' in part ? part.button : part.link;
  return (
    <p style="margin:24px 0">
      <a href={`${baseUrl}${path}`} style={'button' in part ? button : 'color:#0f6b6b'} safe>
        {label}
      </a>
    </p>
  );
}

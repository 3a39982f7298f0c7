import { stylesheetPath } from '../assets.js';

interface Props {
  title: string;
  hasErrors?: boolean;
  children: JSX.Element;
}

/** Every page of the stand-in says, first of all, that it is one. */
export const Shell = ({ title, hasErrors = false, children }: Props): JSX.Element => (
  <>
    {'<!doctype html>'}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title safe>{`${hasErrors ? 'Error: ' : ''}${title} · Demo payments`}</title>
        <link rel="stylesheet" href={stylesheetPath} />
      </head>
      <body>
        <header class="banner">
          <p>
            <strong>Demo payments: no money moves.</strong> <span>Use a test card, never a real one.</span>
          </p>
        </header>
        {children}
      </body>
    </html>
  </>
);

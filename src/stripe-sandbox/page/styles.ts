/** The one stylesheet of the payment page. Kept in code, so that the stand-in needs no files beside it. */
export const styles = `
@font-face {
  font-family: 'Inter Variable';
  src: url(/c/assets/inter.woff2) format('woff2');
  font-weight: 100 900;
  font-display: swap;
}
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf9f5, #131819);
  --surface: light-dark(#ffffff, #1a2021);
  --ink: light-dark(#1a2224, #e8e6e0);
  --soft: light-dark(#465254, #b7bdbb);
  --line: light-dark(#e5dfd5, #2c3435);
  --edge: light-dark(#7f8784, #748080);
  --accent: light-dark(#0f6b6b, #63c0b8);
  --accent-deep: light-dark(#0a5050, #8ed6cf);
  --accent-soft: light-dark(#e4f0ed, #16302f);
  --on-accent: light-dark(#ffffff, #06211f);
  --signal: light-dark(#a83a17, #f29169);
  --signal-soft: light-dark(#fbeee8, #351f17);
}
*, ::before, ::after { box-sizing: border-box; margin: 0; }
body {
  min-height: 100vh;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.55 'Inter Variable', system-ui, sans-serif;
  -webkit-text-size-adjust: 100%;
}
h1, h2 { font-weight: 620; line-height: 1.25; letter-spacing: -0.01em; }
h1 { font-size: 1.375rem; }
a { color: var(--accent); text-underline-offset: 0.2em; }
a:hover { color: var(--accent-deep); }
:focus-visible { outline: 3px solid var(--accent-deep); outline-offset: 2px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.banner { background: var(--accent-soft); border-bottom: 1px solid var(--line); font-size: 0.875rem; }
.banner p { max-width: 64rem; margin: 0 auto; padding: 0.625rem 1.25rem; }
.banner span { display: inline-block; }

.pay { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; display: grid; gap: 2rem; }
.back { display: inline-block; padding: 0.25rem 0; color: var(--soft); font-size: 0.875rem; text-decoration: none; }
.back:hover { text-decoration: underline; }
.seller { margin-top: 1rem; color: var(--soft); font-size: 1rem; font-weight: 450; letter-spacing: 0; }
.total { font-size: 2.25rem; font-weight: 640; letter-spacing: -0.02em; line-height: 1.2; font-variant-numeric: tabular-nums; }
.lines { width: 100%; margin-top: 1.25rem; border-collapse: collapse; }
.lines th { padding: 0.75rem 1rem 0.75rem 0; font-weight: 450; text-align: left; overflow-wrap: anywhere; }
.lines th small { display: block; color: var(--soft); font-size: 0.875rem; }
.lines td { padding: 0.75rem 0; text-align: right; vertical-align: top; white-space: nowrap; font-variant-numeric: tabular-nums; }
.lines tr + tr th, .lines tr + tr td, .lines tfoot th, .lines tfoot td { border-top: 1px solid var(--line); }
.lines tfoot tr:not(.sum) :is(th, td) { padding-top: 0.375rem; padding-bottom: 0.375rem; border-top: 0; color: var(--soft); }
.lines tfoot tr:first-child:not(.sum) :is(th, td) { padding-top: 0.75rem; border-top: 1px solid var(--line); }
.lines .sum :is(th, td) { border-top: 1px solid var(--line); font-weight: 620; }
.until { margin-top: 0.75rem; color: var(--soft); font-size: 0.875rem; }

.details, .card {
  padding: 1.25rem;
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: 12px;
}
.card { max-width: 30rem; margin: 2rem 1.25rem; display: grid; gap: 1rem; }
.card .seller { margin: 0; font-size: 0.875rem; }
.card > p { color: var(--soft); }
.card > p strong { color: var(--ink); font-variant-numeric: tabular-nums; }

form { display: grid; gap: 1.125rem; margin-top: 1.25rem; }
.card form { margin-top: 0.25rem; }
form.code { grid-template-columns: 1fr auto; align-items: end; gap: 0.625rem; }
form.code .wrong { align-self: start; }
.field { display: grid; gap: 0.25rem; align-content: start; }
.field small { color: var(--soft); font-size: 0.875rem; }
.field label, legend { padding: 0; font-weight: 560; font-size: 0.9375rem; }
.field input, .field select {
  width: 100%;
  min-height: 2.75rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--edge);
  border-radius: 6px;
  background: var(--paper);
  color: var(--ink);
  font: inherit;
  font-variant-numeric: tabular-nums;
}
.field input::placeholder { color: var(--soft); opacity: 0.75; }
.field input:focus-visible, .field select:focus-visible { outline-offset: 0; border-color: var(--accent-deep); }
.wrong { padding-left: 0.875rem; border-left: 4px solid var(--signal); }
.wrong input, .wrong select { border-color: var(--signal); }
.error { color: var(--signal); font-size: 0.875rem; font-weight: 560; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.card-fields, .by-card { display: grid; gap: 1.125rem; }
.methods { display: flex; flex-wrap: wrap; gap: 0.5rem; padding: 0; border: 0; }
.methods legend { margin-bottom: 0.375rem; }
.methods .error { flex-basis: 100%; }
.methods label {
  display: flex;
  flex: 1 1 100%;
  gap: 0.625rem;
  align-items: center;
  min-height: 2.75rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--edge);
  border-radius: 6px;
  cursor: pointer;
}
.methods label:has(:checked) { border-color: var(--accent); background: var(--accent-soft); }
.methods label:has(:focus-visible) { outline: 3px solid var(--accent-deep); outline-offset: 2px; }
.methods input { width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--accent); outline: 0; flex: none; }
.debit-note { display: none; color: var(--soft); font-size: 0.9375rem; }
form:has([value='bank_debit']:checked) .by-card { display: none; }
form:has([value='bank_debit']:checked) .debit-note { display: block; }
form:has([name='testCard']:checked:not([value=''])) .card-fields { display: none; }
.address { display: grid; gap: 1.125rem; padding: 0; border: 0; }
.address legend { margin-bottom: 0.75rem; }
@supports selector(:has(a)) {
  .address .state { display: none; }
  .address:has(#country [value='US']:checked) .state { display: grid; }
}
.step { color: var(--soft); font-size: 0.875rem; }
.lead { margin-top: 0.375rem; color: var(--soft); }
.place { margin-top: 0.75rem; padding: 0.625rem 0.75rem; border-radius: 6px; background: var(--accent-soft); font-size: 0.9375rem; }

.errors { margin-top: 1rem; padding: 0.875rem 1rem; border-left: 4px solid var(--signal); border-radius: 4px; background: var(--signal-soft); }
.errors h2 { font-size: 1rem; }
.errors ul { padding-left: 1.125rem; margin-top: 0.25rem; }
.errors a { color: var(--signal); }

button { font: inherit; cursor: pointer; }
.main {
  display: inline-block;
  min-height: 3rem;
  padding: 0.6875rem 1.25rem;
  border: 1px solid var(--accent);
  border-radius: 6px;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
  text-align: center;
  text-decoration: none;
  font-variant-numeric: tabular-nums;
}
.main:hover { background: var(--accent-deep); border-color: var(--accent-deep); color: var(--on-accent); }
.quiet {
  min-height: 2.25rem;
  padding: 0.3125rem 0.75rem;
  border: 1px solid var(--edge);
  border-radius: 6px;
  background: transparent;
  color: var(--ink);
  font-size: 0.875rem;
  font-weight: 520;
}
.quiet:hover { border-color: var(--accent); color: var(--accent-deep); }
.choices .quiet { min-height: 3rem; font-size: 1rem; }

.cards { padding: 0; border: 0; }
.cards legend { margin-bottom: 0.375rem; }
.cards label {
  display: flex;
  gap: 0.75rem;
  align-items: center;
  min-height: 2.75rem;
  padding: 0.375rem 0.75rem;
  border: 1px solid var(--edge);
  border-top-width: 0;
  cursor: pointer;
}
.cards :is(legend, .error) + label { border-top-width: 1px; border-radius: 6px 6px 0 0; }
.cards label:last-child { border-radius: 0 0 6px 6px; }
.cards label:has(:checked) { background: var(--accent-soft); box-shadow: inset 3px 0 var(--accent); }
.cards label:has(:focus-visible) { outline: 3px solid var(--accent-deep); outline-offset: 2px; position: relative; }
.cards .error { margin-bottom: 0.375rem; }
.cards input { flex: none; width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--accent); outline: 0; }
.cards .does { flex: 1; font-size: 0.9375rem; line-height: 1.3; }
.cards .number { color: var(--soft); font-size: 0.8125rem; font-variant-numeric: tabular-nums; white-space: nowrap; }

@media (min-width: 52rem) {
  .pay { grid-template-columns: 1fr 26rem; gap: 4rem; align-items: start; padding-top: 3rem; }
  .summary { position: sticky; top: 3rem; }
  .details { padding: 1.75rem; }
  .total { font-size: 2.75rem; }
  .card { margin: 4rem auto; padding: 1.75rem; }
}
@media (forced-colors: active) {
  .methods label:has(:checked) { outline: 2px solid; }
}
`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The page between ours and the package: it holds the interface that a package looks for, and nothing of ours else. */
export const framePage = (told: { parent: string; runtime: string; script: string }): string => `<!doctype html>
<html lang="en" data-parent="${escaped(told.parent)}">
<head>
<meta charset="utf-8">
<title>Package</title>
<style>html,body,iframe{margin:0;width:100%;height:100%;border:0;display:block}</style>
<script src="${escaped(told.runtime)}"></script>
<script type="module" src="${escaped(told.script)}"></script>
</head>
<body></body>
</html>
`;

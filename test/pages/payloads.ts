/**
 * What an attacker writes where a name, a label or an answer is expected: each would call `ran()` if a page let it run.
 * Elements and their events, schemes of addresses, ways out of attributes, comments, titles and scripts, templates,
 * odd encodings, and marks that turn the direction of writing.
 */
const CALL = 'ran()'

const ELEMENTS = [
  'img src=x',
  'svg',
  'body',
  'iframe',
  'video',
  'audio src=x',
  'input autofocus',
  'select autofocus',
  'textarea autofocus',
  'details open',
  'marquee',
  'object data=x',
  'embed src=x',
  'link rel=stylesheet href=x',
  'style',
  'source',
  'button',
  'form',
  'a href=#',
  'math',
  'table background=x',
  'frameset',
  'isindex',
  'keygen autofocus',
] as const
const EVENTS = ['onload', 'onerror', 'onfocus', 'ontoggle'] as const

const byEvent = ELEMENTS.flatMap((element) => EVENTS.map((event) => `<${element} ${event}=${CALL}>`))

const addresses = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'java\nscript:',
  '\u0001javascript:',
  'data:text/html,<script>',
  'vbscript:',
  '&#106;avascript:',
].flatMap((scheme) => [
  `<a href="${scheme}${CALL}">x</a>`,
  `${scheme}${CALL}`,
  `<iframe src="${scheme}${CALL}"></iframe>`,
  `[x](${scheme}${CALL})`,
])

const waysOut = [
  '"',
  "'",
  '`',
  '">',
  "'>",
  '`>',
  '-->',
  '*/',
  '</title>',
  '</textarea>',
  '</script>',
  '</style>',
  '</select>',
  '</option>',
  '</noscript>',
  ']]>',
  '\\"',
  '&quot;>',
  '%22>',
  '"/>',
].flatMap((end) => [`${end}<script>${CALL}</script>`, `${end} onmouseover=${CALL} x=`, `${end}<svg/onload=${CALL}>`])

const templates = [
  '{{#with "s"}}{{lookup this "constructor"}}{{/with}}',
  '{{{this}}}',
  '${ran()}',
  '#{ran()}',
  '<%= ran() %>',
  '{%ran()%}',
  '{{constructor.constructor("ran()")()}}',
  '=ran()',
]

const odd = [
  `<script>${CALL}</script>`,
  `<script src="data:text/javascript,${CALL}"></script>`,
  `<SCRIPT>${CALL}</SCRIPT>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `<svg><script>${CALL}</script></svg>`,
  `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`,
  `<math><mtext></mtext><script>${CALL}</script></math>`,
  `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  `<template><script>${CALL}</script></template>`,
  `<base href="javascript:${CALL}//">`,
  `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<img src=x:x onerror\u00a0=${CALL}>`,
  `<img/src=x/onerror=${CALL}>`,
  `<img src=x onerror="&#114;an()">`,
  '\u202e<script>ran()</script>\u202c',
  '\u0000<script>ran()</script>',
  '\ufeff<svg/onload=ran()>',
  '<\u0000script>ran()</script>',
  '＜script＞ran()＜/script＞',
  '%3Cscript%3Eran()%3C/script%3E',
  '&lt;script&gt;ran()&lt;/script&gt;',
  '<script>ran()',
  '<!--<img src="--><img src=x onerror=ran()//">',
  '<x contenteditable onblur=ran()>x',
  '<p style="background:url(javascript:ran())">',
  '<div id=getElementById>',
  '__proto__',
  'constructor',
]

export const PAYLOADS: readonly string[] = [...new Set([...byEvent, ...addresses, ...waysOut, ...templates, ...odd])]

/** The page behind the QR code of a certificate: Arabic first, English beside it, readable without any script. */
import type { Text } from '../../../core/text.ts'
import { CLAIMS, MARK_VERDICTS, PAGE_WORDS, REGISTER_VERDICTS, type Verdict } from './words.ts'

export interface VerifyView {
  /** Public keys, given with the page so that the mark is checked without asking anybody. */
  readonly keys: object
  /** What agencies are called, by the id that stands in a mark: in Arabic and English. */
  readonly agencies: Readonly<Record<string, string>>
  /** IANA name of the time zone in which days are meant. */
  readonly timeZone: string
  /** Asked by number, without a script: what was typed, and what the register says. */
  readonly asked?: { readonly serial: string; readonly found: keyof typeof REGISTER_VERDICTS }
}

export function verifyPage({ keys, agencies, timeZone, asked }: VerifyView): string {
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(PAGE_WORDS.title.ar)} · ${escaped(PAGE_WORDS.title.en)}</title>
<link rel="stylesheet" href="/verify.css">
<script type="module" src="/verify.js"></script>
</head>
<body>
<main data-keys="${escaped(JSON.stringify(keys))}" data-agencies="${escaped(JSON.stringify(agencies))}" data-zone="${escaped(timeZone)}">
<h1>${both(PAGE_WORDS.title)}</h1>
<section id="scan" class="pair">${both(PAGE_WORDS.scan)}</section>
<section id="mark" aria-live="polite" hidden>
${verdicts('mark', MARK_VERDICTS)}
${verdicts('register', REGISTER_VERDICTS)}
<div id="claims" hidden>
<p class="pair">${both(PAGE_WORDS.compare)}</p>
<dl>
${Object.entries(CLAIMS)
  .map(([name, label]) => `<div><dt class="pair">${both(label)}</dt><dd><bdi data-claim="${name}"></bdi></dd></div>`)
  .join('\n')}
</dl>
</div>
</section>
${asked === undefined ? '' : answer(asked)}
<form action="/verify" method="get">
<h2 class="pair">${both(PAGE_WORDS.ask)}</h2>
<label for="serial" class="pair">${both(PAGE_WORDS.serial)}</label>
<div class="row"><input id="serial" name="serial" dir="ltr" required maxlength="40" placeholder="MOJ-2026-8F3K2MQ7" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${escaped(asked?.serial ?? '')}">
<button>${escaped(PAGE_WORDS.submit.ar)} <span lang="en" dir="ltr">${escaped(PAGE_WORDS.submit.en)}</span></button></div>
</form>
<footer class="pair">${both(PAGE_WORDS.privacy)}</footer>
</main>
</body>
</html>
`
}

const answer = ({ serial, found }: NonNullable<VerifyView['asked']>): string =>
  `<section id="answer"><p class="asked"><bdi dir="ltr">${escaped(serial)}</bdi></p>${verdict('answer', found, REGISTER_VERDICTS[found], false)}</section>`

/** Every sentence stands in the page, hidden, so that the script shows one and writes none. */
const verdicts = (about: string, table: Readonly<Record<string, Verdict>>): string =>
  Object.entries(table)
    .map(([name, one]) => verdict(about, name, one, true))
    .join('\n')

const verdict = (about: string, name: string, { tone, ...text }: Verdict, hidden: boolean): string =>
  `<p class="verdict ${tone} pair" data-${about}="${name}"${hidden ? ' hidden' : ''}>${both(text)}</p>`

const both = ({ ar, en }: Text): string =>
  `<span lang="ar" dir="rtl">${escaped(ar)}</span><span lang="en" dir="ltr">${escaped(en)}</span>`

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '')

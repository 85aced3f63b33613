/** What the double shows: who one wants to be, or whether one wants to leave. Arabic first, no script. */
import { createHash } from 'node:crypto'
import type { Text } from '../../core/text.ts'
import type { SignOnPerson } from './people.ts'

const STYLE = `
body{font:1.05rem/1.7 system-ui,"Noto Naskh Arabic",sans-serif;margin:0;background:#f4f5f2;color:#1b241f}
main{max-width:34rem;margin:0 auto;padding:1rem}
.double{background:#7a2e00;color:#fff;text-align:center;padding:.4rem;margin:0}
button{display:block;inline-size:100%;min-height:44px;margin-block:.6rem;padding:.7rem 1rem;border:1px solid #1d5c3a;border-radius:.5rem;background:#fff;color:inherit;font:inherit;text-align:start}
.no{color:#8a1f11;border-color:#8a1f11}
small{display:block;color:#4d5a52}`

export const STYLE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`

export const choicePage = (title: Text, people: readonly SignOnPerson[]): string =>
  page(
    title,
    `<p>اختر من تكون. لا كلمة مرور هنا.<small lang="en" dir="ltr">Choose who you are. There is no password here.</small></p>
<form method="post">${people.map(button).join('')}
<button class="no" name="person" value="">إلغاء · <span lang="en">Cancel</span></button></form>`,
  )

const button = ({ subject, name, note }: SignOnPerson): string =>
  `<button name="person" value="${escaped(subject)}"><bdi>${escaped(name)}</bdi><small>${escaped(note.ar)} · <span lang="en" dir="ltr">${escaped(note.en)}</span></small></button>`

/** @param form the provider's own, with what it needs to end the session */
export const farewellPage = (title: Text, form: string): string =>
  page(
    title,
    `${form}<p>هل تخرج من خدمة الدخول أيضًا؟<small lang="en" dir="ltr">Sign out of the sign-on too?</small></p>
<button form="op.logoutForm" name="logout" value="yes">نعم · <span lang="en">Yes</span></button>
<button class="no" form="op.logoutForm">لا · <span lang="en">No</span></button>`,
  )

export const noticePage = (title: Text, { ar, en }: Text): string =>
  page(title, `<p>${escaped(ar)}<small lang="en" dir="ltr">${escaped(en)}</small></p>`)

const page = ({ ar, en }: Text, content: string): string => `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(ar)} · ${escaped(en)}</title><style>${STYLE}</style></head>
<body><p class="double" role="note">double · نسخة تجريبية · أشخاص من نسج الخيال · made-up people</p>
<main><h1>${escaped(ar)}<small lang="en" dir="ltr">${escaped(en)}</small></h1>${content}</main></body></html>`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`)

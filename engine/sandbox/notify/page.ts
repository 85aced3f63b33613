/** The outbox as people read it: what citizens would have received, newest first; Arabic first. */
import type { Taken } from './outbox.ts'

export function outboxPage(taken: readonly Taken[]): string {
  return `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>صندوق الرسائل: نسخة تجريبية · Outbox double</title>
<style>body{font-family:sans-serif;max-inline-size:50rem;margin:2rem auto;padding:0 1rem;line-height:1.6}
.en,time,code{direction:ltr;unicode-bidi:isolate}.warn{background:#fff3cd;padding:.7rem}
article{border:1px solid #ccc;border-radius:.4rem;padding:.7rem 1rem;margin-block:1rem}
article p{white-space:pre-wrap;unicode-bidi:plaintext;margin-block:.5rem 0}</style></head><body>
<h1>الرسائل الصادرة: نسخة تجريبية</h1>
<p class="warn">هذه نسخة للتجربة، ولا تصل أي رسالة منها إلى أحد.<br>
<span class="en" lang="en">This is a double for trying. No message in it reaches anybody.</span></p>
${taken.length === 0 ? '<p>لا رسائل بعد · <span class="en" lang="en">No messages yet</span></p>' : taken.toReversed().map(article).join('\n')}
</body></html>`
}

const CHANNEL_NAMES = { sms: 'رسالة قصيرة · SMS', email: 'بريد إلكتروني · E-mail' } as const

function article(it: Taken): string {
  const subject = it.subject === undefined ? '' : `<h2 dir="auto">${escaped(it.subject)}</h2>`
  const reference = it.reference === undefined ? '' : ` · <code>${escaped(it.reference)}</code>`
  const at = new Date(it.at).toISOString()
  return `<article><header>${CHANNEL_NAMES[it.channel]} · <code>${escaped(it.to)}</code>${reference} · <time datetime="${at}">${at}</time></header>
${subject}<p>${escaped(it.text)}</p></article>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

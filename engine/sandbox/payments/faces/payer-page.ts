/** What the payer sees in the double: the bills waiting for them, and one bill to approve or reject. Arabic first, no script. */
import { createHash } from 'node:crypto'
import type { JsonObject } from '../../../core/json.ts'
import type { Order, Stage } from '../order.ts'

const STYLE = `
body{font:1.05rem/1.7 system-ui,"Noto Naskh Arabic",sans-serif;margin:0;background:#f4f5f2;color:#1b241f}
main{max-width:34rem;margin:0 auto;padding:1rem}
.double{background:#7a2e00;color:#fff;text-align:center;padding:.4rem;margin:0}
form{margin-top:.6rem}
.bill{background:#fff;border:1px solid #cfd5cd;border-radius:.6rem;padding:1rem;margin:1rem 0}
.amount{font-size:1.6rem;font-weight:700}
dt{color:#4d5a52}dd{margin:0 0 .5rem}
button{font:inherit;padding:.7rem 1.4rem;border-radius:.5rem;border:1px solid #1d5c3a;margin-inline-end:.6rem;min-height:44px}
.yes{background:#1d5c3a;color:#fff}.no{background:#fff;color:#8a1f11;border-color:#8a1f11}
small{display:block;color:#4d5a52}`

export const STYLE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; frame-ancestors 'none'`

const STAGES: Readonly<Record<Stage, string>> = {
  pending: 'بانتظار قرارك · Waiting for you',
  quoting: 'جارٍ الدفع · Being paid',
  transferring: 'جارٍ الدفع · Being paid',
  paid: 'تم الدفع · Paid',
  rejected: 'مرفوضة · Rejected',
  expired: 'انتهت المهلة · Expired',
}

export function billsPage(orders: readonly Order[]): string {
  const waiting = orders.filter((order) => order.stage === 'pending')
  const items = waiting
    .map((order) => `<li class="bill"><a href="/payer/${escaped(order.id)}">${summary(order)}</a></li>`)
    .join('')
  return page(
    'فواتير بانتظار الدفع · Bills to pay',
    waiting.length === 0
      ? '<p>لا فواتير بانتظار قرارك.<small lang="en" dir="ltr">No bill is waiting for you.</small></p>'
      : `<ul>${items}</ul>`,
  )
}

export function billPage(order: Order): string {
  const payee = order.body['payee'] as JsonObject
  const payer = order.body['payer'] as JsonObject
  const rows = [
    ['الجهة · Payee', payee['name']],
    ['الدافع · Payer', `${String(payer['partyIdType'])} ${String(payer['partyIdentifier'])}`],
    ['البيان · Note', order.body['note'] ?? ''],
    ['تنتهي · Expires', new Date(order.expires).toISOString()],
    ['الحالة · State', STAGES[order.stage]],
    ...(order.failure === undefined ? [] : [['آخر محاولة · Last attempt', order.failure]]),
  ]
  const list = rows.map(
    ([name, value]) => `<dt>${escaped(String(name))}</dt><dd><bdi>${escaped(String(value))}</bdi></dd>`,
  )
  return page(
    'فاتورة · Bill',
    `<div class="bill"><p>${summary(order)}</p><dl>${list.join('')}</dl>${order.stage === 'pending' ? buttons(order) : ''}</div>
<p><a href="/payer">كل الفواتير · All bills</a></p>`,
    order.stage === 'quoting' || order.stage === 'transferring',
  )
}

const summary = (order: Order): string =>
  `<span class="amount"><bdi>${escaped(order.amount)} ${escaped(order.currency)}</bdi></span>`

const buttons = (order: Order): string => `
<form method="post" action="/payer/${escaped(order.id)}/approve"><button class="yes">أوافق وأدفع · Approve</button></form>
<form method="post" action="/payer/${escaped(order.id)}/reject"><button class="no">أرفض · Reject</button></form>`

/** @param moving true while the payment is under way: the page looks again by itself. */
const page = (title: string, content: string, moving = false): string => `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${moving ? '<meta http-equiv="refresh" content="1">' : ''}
<title>${title}</title><style>${STYLE}</style></head>
<body><p class="double" role="note">double · نسخة تجريبية · لا مال حقيقي · no real money</p>
<main><h1>${title}</h1>${content}</main></body></html>`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`)

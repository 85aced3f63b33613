/** One application as its clerk or applicant reads it. */
import type { Wait } from '../../engine/core/instance.ts'
import { STANDS_STILL } from '../../engine/core/statutory-clock.ts'
import type { ShownInstanceDetail } from '../remote/instance.ts'
import type { Terminal } from '../terminal.ts'
import { clockLines } from './clocks.ts'
import { facts, table } from './table.ts'
import { moment } from './time.ts'

export function instanceLines(found: ShownInstanceDetail, terminal: Terminal): readonly string[] {
  const { say } = terminal
  return [
    ...facts([
      [say('instance.reference'), found.reference],
      [say('instance.service'), found.program],
      [say('instance.status'), say(`status.${found.status}`)],
      [say('instance.applicant'), found.applicant],
      [say('instance.startedAt'), moment(found.startedAt)],
      [say('instance.changedAt'), moment(found.changedAt)],
      [say('instance.endedAt'), moment(found.endedAt)],
      [say('instance.id'), found.id],
    ]),
    ...clockLines(found, terminal),
    ...standing(found, terminal),
    ...charges(found, terminal),
    ...refunds(found, terminal),
    ...documents(found, terminal),
  ]
}

function standing(
  { elements = {}, waits = {}, incidents = {} }: ShownInstanceDetail,
  { say }: Terminal,
): readonly string[] {
  const known: Readonly<Record<string, { readonly element: string }>> = elements
  const rows = Object.values(waits).map((wait) => [
    known[wait.owner]?.element ?? wait.owner,
    say(`wait.${wait.kind}`),
    detail(wait),
  ])
  const stuck = Object.values(incidents).map((it) => [it.element, say('show.incident'), it.message])
  if (rows.length + stuck.length === 0) return []
  return ['', say('show.standing'), ...table([say('task.element'), say('show.waitsFor'), ''], [...rows, ...stuck])]
}

function detail(wait: Wait): string {
  if (wait.kind === 'timer') return wait.due === STANDS_STILL ? '' : moment(wait.due)
  if (wait.kind === 'message') return [wait.name, wait.key].filter(Boolean).join(' ')
  if (wait.kind === 'job') return wait.type
  if (wait.kind === 'signal') return wait.name
  if (wait.kind === 'condition') return wait.element
  return wait.assignee ?? ''
}

function charges({ charges: all }: ShownInstanceDetail, { say }: Terminal): readonly string[] {
  if (all.length === 0) return []
  const headings = [
    say('charge.billNo'),
    say('charge.amount'),
    say('charge.state'),
    say('charge.receiptNo'),
    say('charge.id'),
  ]
  const rows = all.map((it) => [
    it.billNo,
    `${it.money.amount} ${it.money.currency}`,
    say(`charge.state.${it.state}`),
    it.receiptNo ?? '',
    it.id,
  ])
  return ['', say('show.charges'), ...table(headings, rows)]
}

function refunds({ refunds: all }: ShownInstanceDetail, { say }: Terminal): readonly string[] {
  if (all.length === 0) return []
  const rows = all.map((it) => [`${it.money.amount} ${it.money.currency}`, say(`refund.state.${it.state}`), it.charge])
  return ['', say('show.refunds'), ...table([say('charge.amount'), say('charge.state'), say('refund.charge')], rows)]
}

function documents({ documents: all }: ShownInstanceDetail, { say }: Terminal): readonly string[] {
  if (all.length === 0) return []
  const rows = all.map((it) => [it.name, moment(it.createdAt), String(it.size), it.digest.slice(0, 12)])
  return [
    '',
    say('show.documents'),
    ...table([say('document.name'), say('document.createdAt'), say('document.size'), say('document.digest')], rows),
  ]
}

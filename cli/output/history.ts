/** What happened to an application, a few words per fact; what only the machine needs is left to --json. */
import type { Event, EventKind, EventOf } from '../../engine/core/event.ts'
import { type ClockId, clockParts, STANDS_STILL } from '../../engine/core/statutory-clock.ts'
import type { ShownRecord } from '../remote/instance.ts'
import type { Terminal } from '../terminal.ts'
import type { Say } from '../text/text.ts'
import { table, wrapped } from './table.ts'
import { moment } from './time.ts'

/** Local id -> the element it is an instance of. */
type Names = Map<string, string>

type Words<K extends EventKind> = (event: EventOf<K>, name: (id: string) => string, say: Say) => string

const WORDS: { readonly [K in EventKind]?: Words<K> } = {
  instanceStarted: (event, _name, say) => say('event.started', { reference: event.reference }),
  elementCompleted: (event, name) => `✓ ${name(event.id)}`,
  elementTerminated: (event, name) => `✗ ${name(event.id)}`,
  compensationStarted: (event, _name, say) => say('event.compensationStarted', { element: event.element }),
  compensationCompleted: (event, name, say) => say('event.compensationCompleted', { element: name(event.id) }),
  transactionCanceled: (event, name, say) => say('event.transactionCanceled', { element: name(event.id) }),
  taskOpened: (event, _name, say) => say('event.taskOpened', { element: event.task.element }),
  taskAssigned: (event, name, say) =>
    event.assignee === undefined
      ? say('event.taskReleased', { element: name(event.id) })
      : say('event.taskAssigned', { element: name(event.id), user: event.assignee }),
  jobOpened: (event, _name, say) => say('event.jobOpened', { element: event.job.element, type: event.job.type }),
  jobFailed: (event, name, say) => say('event.jobFailed', { element: name(event.id), reason: event.reason }),
  timerOpened: (event, _name, say) => say('event.timerOpened', { element: event.element, due: moment(event.due) }),
  timerMoved: (event, name, say) => say('event.timerMoved', { element: name(event.id), due: dueAt(event.due, say) }),
  taskRescheduled: (event, name, say) =>
    say('event.taskRescheduled', { element: name(event.id), due: dueAt(event.due, say) }),
  clockStarted: (event, _name, say) =>
    say('event.clockStarted', { deadline: event.deadline, due: dueAt(event.due, say) }),
  clockStopped: (event, _name, say) =>
    say('event.clockStopped', { deadline: deadlineOf(event.clock), by: event.by.join(', ') }),
  clockResumed: (event, _name, say) =>
    say('event.clockResumed', { deadline: deadlineOf(event.clock), due: dueAt(event.due, say) }),
  clockStoppedByHand: (event, _name, say) =>
    say('event.clockStoppedByHand', {
      deadline: deadlineOf(event.clock),
      until: moment(event.until),
      article: event.legalBasis,
      reason: event.reason,
    }),
  clockContinued: (event, _name, say) =>
    say('event.clockContinued', {
      deadline: deadlineOf(event.clock),
      due: dueAt(event.due, say),
      reason: event.reason,
    }),
  clockRecalculated: (event, _name, say) =>
    say('event.clockRecalculated', {
      deadline: deadlineOf(event.clock),
      before: dueAt(event.before, say),
      due: dueAt(event.due, say),
      why: event.because.map(({ first, last }) => (first === last ? first : `${first} – ${last}`)).join(', '),
    }),
  clockEnded: (event, _name, say) => say('event.clockEnded', { deadline: deadlineOf(event.clock), spent: event.spent }),
  messageCorrelated: (_event, _name, say) => say('event.messageCorrelated'),
  messagePublished: (event, _name, say) => say('event.messagePublished', { name: event.name }),
  signalCaught: (event, _name, say) => say('event.signalCaught', { name: event.name }),
  signalThrown: (event, _name, say) => say('event.signalThrown', { name: event.name }),
  decisionEvaluated: (event, _name, say) =>
    say('event.decision', { decision: event.decision, output: JSON.stringify(event.output) }),
  escalationThrown: (event, name, say) => say('event.escalation', { element: name(event.id), code: event.code }),
  errorThrown: (event, name, say) => say('event.error', { element: name(event.id), code: event.code }),
  incidentRaised: (event, _name, say) => say('event.incident', { element: event.element, message: event.message }),
  incidentResolved: (_event, _name, say) => say('event.incidentResolved'),
  instanceMigrated: (event, _name, say) => say('event.migrated', { program: event.to }),
  elementMigrated: (event, name, say) => say('event.elementMigrated', { from: name(event.id), to: event.element }),
  taskRenewed: (event, _name, say) => say('event.taskRenewed', { element: event.task.element }),
  jobRenewed: (event, _name, say) => say('event.jobRenewed', { element: event.job.element, type: event.job.type }),
  instanceCompleted: (_event, _name, say) => say('event.completed'),
  instanceTerminated: (event, _name, say) => say('event.terminated', { reason: event.reason }),
}

const dueAt = (due: number | undefined, say: Say): string =>
  due === undefined || due === STANDS_STILL ? say('event.stands') : moment(due)

const deadlineOf = (clock: ClockId): string => clockParts(clock).deadline

export function historyLines(records: readonly ShownRecord[], { say }: Terminal): readonly string[] {
  if (records.length === 0) return []
  const names: Names = new Map()
  let events = 0
  const rows = records.flatMap((record) => {
    events += record.events.length
    const parts = record.events.flatMap((event) => wordsOf(event, names, say))
    const [first = '', ...more] = wrapped(parts, ' · ')
    const head = [String(record.seq), String(events), moment(record.at), record.actor, record.command]
    return [[...head, first], ...more.map((line) => ['', '', '', '', '', line])]
  })
  const headings = [
    say('history.seq'),
    say('history.event'),
    say('history.at'),
    say('history.actor'),
    say('history.command'),
    say('history.events'),
  ]
  return ['', say('show.history'), ...table(headings, rows)]
}

function wordsOf(event: Event, names: Names, say: Say): readonly string[] {
  if (event.kind === 'elementActivated' || event.kind === 'compensationStarted') names.set(event.id, event.element)
  const words = WORDS[event.kind] as Words<EventKind> | undefined
  const told = words === undefined ? [] : [words(event as never, (id) => names.get(id) ?? id, say)]
  if (event.kind === 'elementMigrated') names.set(event.id, event.element)
  return told
}

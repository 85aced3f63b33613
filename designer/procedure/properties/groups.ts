/** Every group of the panel, in the order in which it stands there; each says which elements it is for. */
import type { Editing } from './editing.ts'
import type { ModdleElement } from '../../../engine/core/bpmn/element.ts'
import { connectorGroups, type BusTemplates } from './connector.ts'
import type { Group } from './entry.ts'
import { adHoc } from './groups/ad-hoc.ts'
import { association } from './groups/association.ts'
import { call } from './groups/call.ts'
import { compensation } from './groups/compensation.ts'
import { condition } from './groups/condition.ts'
import { deadline } from './groups/deadline.ts'
import { decision } from './groups/decision.ts'
import { error } from './groups/error.ts'
import { escalation } from './groups/escalation.ts'
import { flow } from './groups/flow.ts'
import { form } from './groups/form.ts'
import { gateway } from './groups/gateway.ts'
import { general } from './groups/general.ts'
import { job } from './groups/job.ts'
import { lane } from './groups/lane.ts'
import { legalBasis } from './groups/legal-basis.ts'
import { link } from './groups/link.ts'
import { mappings } from './groups/mappings.ts'
import { message } from './groups/message.ts'
import { notes } from './groups/notes.ts'
import { people } from './groups/people.ts'
import { process } from './groups/process.ts'
import { reaction } from './groups/reaction.ts'
import { repetition } from './groups/repetition.ts'
import { script } from './groups/script.ts'
import { severalEvents } from './groups/several-events.ts'
import { signal } from './groups/signal.ts'
import { timer } from './groups/timer.ts'
import { urgency } from './groups/urgency.ts'
import { variables } from './groups/variables.ts'

export const GROUPS: readonly Group[] = [
  general,
  process,
  lane,
  flow,
  association,
  gateway,
  form,
  people,
  call,
  decision,
  script,
  job,
  message,
  signal,
  timer,
  condition,
  error,
  escalation,
  link,
  compensation,
  severalEvents,
  reaction,
  deadline,
  legalBasis,
  urgency,
  repetition,
  adHoc,
  mappings,
  variables,
  notes,
]

/** What is asked about an element: what its connector wants to know stands right behind its name. */
export function groupsFor(edit: Pick<Editing, 'get'>, element: ModdleElement, bus: BusTemplates): readonly Group[] {
  const groups = GROUPS.filter((it) => it.isFor(element, edit))
  const named = groups.filter((it) => it === general)
  return [...named, ...connectorGroups(edit, element, bus), ...groups.filter((it) => it !== general)]
}

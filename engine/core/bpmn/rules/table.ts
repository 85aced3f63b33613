/** All that a drawing is held against, in the order in which findings are told. */
import type { Rule } from './rule.ts'
import { adHoc } from './ad-hoc.ts'
import { boundaries } from './boundaries.ts'
import { calls } from './calls.ts'
import { clockRestarts } from './clock-restarts.ts'
import { clocks } from './clocks.ts'
import { compensationHandlers } from './compensation-handlers.ts'
import { compensationThrows } from './compensation-throws.ts'
import { complexGateway } from './complex-gateway.ts'
import { conditionalEvents } from './conditional-events.ts'
import { conditions } from './conditions.ts'
import { connections } from './connections.ts'
import { crowds } from './crowds.ts'
import { data } from './data.ts'
import { decisions } from './decisions.ts'
import { errors } from './errors.ts'
import { escalations } from './escalations.ts'
import { eventBasedGateway } from './event-based-gateway.ts'
import { executable } from './executable.ts'
import { feel } from './feel.ts'
import { flowScope } from './flow-scope.ts'
import { foreignEngine } from './foreign-engine.ts'
import { gatewayDirections } from './gateway-directions.ts'
import { ids } from './ids.ts'
import { instantiation } from './instantiation.ts'
import { jobs } from './jobs.ts'
import { linkEvents } from './link-events.ts'
import { lanes } from './lanes.ts'
import { loopEvents } from './loop-events.ts'
import { loops } from './loops.ts'
import { mappings } from './mappings.ts'
import { messageFlows } from './message-flows.ts'
import { messageOrReceive } from './message-or-receive.ts'
import { messages } from './messages.ts'
import { notices } from './notices.ts'
import { pools } from './pools.ts'
import { multipleEvents } from './multiple-events.ts'
import { properties } from './properties.ts'
import { reachable } from './reachable.ts'
import { scripts } from './scripts.ts'
import { signals } from './signals.ts'
import { startEvents } from './start-events.ts'
import { timers } from './timers.ts'
import { transactions } from './transactions.ts'
import { unsupportedAttribute } from './unsupported-attribute.ts'
import { unsupportedElement } from './unsupported-element.ts'
import { unsupportedEvent } from './unsupported-event.ts'
import { unsupportedExtension } from './unsupported-extension.ts'
import { userTasks } from './user-tasks.ts'

export const RULES: readonly Rule[] = [
  executable,
  ids,
  unsupportedElement,
  unsupportedEvent,
  unsupportedAttribute,
  unsupportedExtension,
  foreignEngine,
  properties,
  startEvents,
  connections,
  crowds,
  flowScope,
  gatewayDirections,
  messageFlows,
  pools,
  messageOrReceive,
  reachable,
  conditions,
  eventBasedGateway,
  complexGateway,
  instantiation,
  adHoc,
  boundaries,
  linkEvents,
  compensationHandlers,
  compensationThrows,
  transactions,
  messages,
  signals,
  conditionalEvents,
  multipleEvents,
  errors,
  escalations,
  timers,
  clocks,
  clockRestarts,
  feel,
  mappings,
  data,
  lanes,
  userTasks,
  jobs,
  notices,
  scripts,
  decisions,
  calls,
  loops,
  loopEvents,
]

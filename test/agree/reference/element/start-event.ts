/**
 * A process or subprocess begins, 13.3.4: "a Sub-Process is instantiated when it is reached by a Sequence Flow token. The
 * Sub-Process has either a unique empty Start Event, which gets a token upon instantiation, or it has no Start Event but
 * Activities and Gateways without incoming Sequence Flows. In the latter case all such Activities and Gateways get a
 * token." 10.5.2 for several start events: each begins a path of its own.
 */
import type { Node } from '../../drawing/drawing.ts'
import type { Instance } from '../marking.ts'
import type { Play } from '../play.ts'
import { incoming } from '../sequence-flow.ts'
import { openEventSubProcesses } from './event-sub-process.ts'

export function start(play: Play, scope: Instance): void {
  const [first, ...others] = beginnings(scope)
  for (const node of others.reverse()) play.begins(scope, () => play.enter(node, scope, []))
  play.begins(scope, () => {
    openEventSubProcesses(play, scope)
    if (first) play.enter(first, scope, [])
  })
}

function beginnings({ inside }: Instance): readonly Node[] {
  const nodes = inside?.nodes ?? []
  const starts = nodes.filter(({ kind }) => kind === 'start' || kind === 'eventStart')
  return starts.length > 0
    ? starts
    : nodes.filter((it) => BEGINS.has(it.kind) && !it.isForCompensation && incoming(inside, it).length === 0)
}

const BEGINS: ReadonlySet<Node['kind']> = new Set<Node['kind']>([
  'task',
  'subProcess',
  'adHoc',
  'call',
  'exclusive',
  'parallel',
  'inclusive',
  'complex',
  'eventBased',
])

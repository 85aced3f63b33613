/** Scopes: the process, what is drawn inside it, and what it calls. */
import { isEventSubProcess, type Node } from '../diagram.ts'
import { extensionOf, propertiesOf, textOf } from '../element.ts'
import { present, type Compiling, type Kind } from './kind.ts'

export const process = (): Kind => ({ kind: 'process' })

export function subProcess(node: Node, compiling: Compiling): Kind {
  if (!isEventSubProcess(node)) return { kind: 'subProcess' }
  const start = node.children.find((it) => it.type === 'bpmn:StartEvent')
  return { kind: 'eventSubProcess', start: compiling.indexOf(present(start, 'a start event', node).element) }
}

export const transaction = (): Kind => ({ kind: 'transaction' })

export function callActivity(node: Node, compiling: Compiling): Kind {
  const called = present(extensionOf(node.element, 'zeebe:CalledElement'), 'a called element', node)
  const processId = present(textOf(called, 'processId'), 'a process id', node)
  const startElement = propertiesOf(node.element).get('masar:startEvent')
  return {
    kind: 'callActivity',
    called: present(compiling.links.processes.get(processId), 'a known process', node).key,
    ...(startElement === undefined ? {} : { startElement }),
    propagateAllParentVariables: called.get('propagateAllParentVariables') !== false,
    propagateAllChildVariables: called.get('propagateAllChildVariables') !== false,
  }
}

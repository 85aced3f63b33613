/** Scopes: the process, what is drawn inside it, and what it calls. */
import { isEventSubProcess, type Node } from '../diagram.ts'
import type { CallBinding } from '../../program.ts'
import { childOf, extensionOf, isSet, isWritten, propertiesOf, textOf, type ModdleElement } from '../element.ts'
import { compiled } from '../expression.ts'
import { present, type Compiling, type Kind } from './kind.ts'

export const process = (): Kind => ({ kind: 'process' })

export function subProcess(node: Node, compiling: Compiling): Kind {
  if (!isEventSubProcess(node)) return { kind: 'subProcess' }
  const start = node.children.find((it) => it.type === 'bpmn:StartEvent')
  return { kind: 'eventSubProcess', start: compiling.indexOf(present(start, 'a start event', node).element) }
}

export const transaction = (): Kind => ({ kind: 'transaction' })

/** "The default setting is parallel" (10.3.5). */
export function adHocSubProcess({ element }: Node): Kind {
  const adHoc = extensionOf(element, 'zeebe:AdHoc')
  const active = textOf(adHoc, 'activeElementsCollection')
  const condition = textOf(childOf(element, 'completionCondition'), 'body')
  const outputCollection = textOf(adHoc, 'outputCollection')
  const outputElement = textOf(adHoc, 'outputElement')
  return {
    kind: 'adHocSubProcess',
    ordering: textOf(element, 'ordering') === 'Sequential' ? 'sequential' : 'parallel',
    cancelRemaining: isSet(element, 'cancelRemainingInstances'),
    ...(active === undefined ? {} : { activeElements: compiled(active) }),
    ...(condition === undefined ? {} : { completionCondition: compiled(condition) }),
    ...(outputCollection === undefined ? {} : { outputCollection }),
    ...(outputElement === undefined ? {} : { outputElement: compiled(outputElement) }),
  }
}

export function callActivity(node: Node, compiling: Compiling): Kind {
  const called = present(extensionOf(node.element, 'zeebe:CalledElement'), 'a called element', node)
  const processId = present(textOf(called, 'processId'), 'a process id', node)
  const startElement = propertiesOf(node.element).get('masar:startEvent')
  return {
    kind: 'callActivity',
    called: present(compiling.links.processes.get(processId), 'a known process', node).key,
    ...(startElement === undefined ? {} : { startElement }),
    ...bindingOf(called),
    propagateAllParentVariables: called.get('propagateAllParentVariables') !== false,
    propagateAllChildVariables: called.get('propagateAllChildVariables') !== false,
  }
}

/** Pinned at deployment unless the drawing asks for another version. */
function bindingOf(called: ModdleElement): { readonly binding?: CallBinding } {
  const tag = textOf(called, 'versionTag')
  switch (textOf(called, 'bindingType')) {
    case 'latest':
      return isWritten(called, 'bindingType') ? { binding: { kind: 'latest' } } : {}
    case 'versionTag':
      return tag === undefined ? {} : { binding: { kind: 'versionTag', tag } }
    default:
      return {}
  }
}

/** Two arrows between the same two steps. */
import type { Element, Program } from '../../../core/program.ts'
import type { Cannot } from './cannot.ts'

/** It takes one flow for each target (Activity, `_doRunOutbound`), and its joins count the elements before them. */
export const twinFlows: Cannot = {
  name: 'twin-flows',
  reason: {
    en: 'bpmn-engine takes only one of several flows that lead from one element to the same other one; in BPMN each brings a token (13.3.1)',
    ar: 'من عدة أسهم تصل بين العنصرين نفسيهما لا يأخذ bpmn-engine إلا واحدًا، وفي BPMN يأتي كل سهم برمز (13.3.1)',
  },
  neededBy: (program) => program.elements.filter((element) => hasTwins(program, element)),
}

function hasTwins({ elements, flows }: Program, { kind, outgoing }: Element): boolean {
  const targets = outgoing.flatMap((index) => flows[index]?.to ?? [])
  const twins = targets.filter((target, at) => targets.indexOf(target) !== at)
  return twins.some((target) => kind !== 'exclusiveGateway' || elements[target]?.kind === 'parallelGateway')
}

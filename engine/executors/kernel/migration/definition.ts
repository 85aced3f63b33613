/**
 * What an author wrote of an element, as one text: two versions that say the same of it have the same text, and then what
 * was opened for it goes on untouched.
 */
import type { Element, Program } from '../../../core/program.ts'
import { triggerOf } from '../catch/catches.ts'

/** Where the element stands and what it does later, which says nothing of what was opened for it. */
const AROUND: ReadonlySet<string> = new Set<keyof Element>([
  'index',
  'id',
  'parent',
  'incoming',
  'outgoing',
  'boundaries',
  'eventSubProcesses',
  'outputs',
  'loop',
])

/** What a task or a job is made of, the mappings of what it is given included. */
export const workText = remembered((element) => written(Object.entries(element).filter(([name]) => !AROUND.has(name))))

export const inputsText = remembered(({ inputs }) => written(inputs))

/** Who is offered a task. */
export const offerText = remembered((element) =>
  element.kind === 'userTask' ? written([element.task.candidateGroups, element.task.candidateUsers]) : '',
)

/** What sets off a catching event. */
export const triggerText = (program: Program, element: Element): string => written(triggerOf(program, element) ?? null)

/** An expression stands there as its source: what it compiles to is a function. */
const written = (value: unknown): string => JSON.stringify(value)

function remembered(text: (element: Element) => string): (element: Element) => string {
  const texts = new WeakMap<Element, string>()
  return (element) => {
    const there = texts.get(element) ?? text(element)
    texts.set(element, there)
    return there
  }
}

/** Answers the panel's entries about an element of a drawing in memory, as an analyst does one after another. */
import { definitionsOf } from '../../designer/procedure/properties/tree.ts'
import type { Change, Entry, Subject } from '../../designer/procedure/properties/entry.ts'
import { factsOf, type Facts } from '../../designer/procedure/properties/facts.ts'
import { groupsFor } from '../../designer/procedure/properties/groups.ts'
import { readBpmn } from '../../engine/core/bpmn/read.ts'
import { checkDiagram } from '../../engine/core/bpmn/check.ts'
import { compileProgram } from '../../engine/core/bpmn/compile/compile.ts'
import type { Links } from '../../engine/core/bpmn/links.ts'
import type { Element, Program } from '../../engine/core/program.ts'
import { drawn, type Drawn } from './drawn.ts'

export type Answer = string | boolean | readonly (string | { readonly name: string; readonly value: string })[] | object

/** "group.entry" and the answer. */
export type Answered = readonly [entry: string, answer: Answer]

export const FACTS: Facts = factsOf(
  new Map([
    [
      'workflow.json',
      JSON.stringify({
        roles: { clerks: { ar: 'الموظفون', en: 'Clerks' }, heads: { ar: 'الرؤساء', en: 'Heads' } },
        legalBasis: [{ id: 'law', title: { ar: 'قانون', en: 'Law' } }],
        deadlines: [
          { id: 'answer', title: { ar: 'الجواب', en: 'Answer' }, duration: 'P3WD', statutory: true },
          { id: 'visit', title: { ar: 'الزيارة', en: 'Visit' }, duration: 'P5D' },
        ],
      }),
    ],
    ['forms/review.form.json', JSON.stringify({ title: { ar: 'مراجعة', en: 'Review' } })],
    ['fees.dmn', '<dmn:decision id="fee" name="الرسم · Fee">'],
    [
      'shared.bpmn',
      '<bpmn:process id="helper" name="مساعد · Helper"><bpmn:startEvent id="one"/><bpmn:startEvent id="two"/></bpmn:process>',
    ],
  ]),
)

export function subjectOf(drawing: Drawn, id: string, facts: Facts = FACTS): Subject {
  const element = drawing.element(id)
  return { element, definitions: definitionsOf(element), edit: drawing.read(), facts }
}

export function entriesOf(subject: Subject): ReadonlyMap<string, Entry> {
  const groups = groupsFor(subject.edit, subject.element, new Map())
  return new Map(groups.flatMap((group) => group.entries(subject).map((it) => [`${group.id}.${it.id}`, it] as const)))
}

export function answer(drawing: Drawn, id: string, answers: readonly Answered[]): void {
  for (const [name, value] of answers) {
    const entries = entriesOf(subjectOf(drawing, id))
    const entry = entries.get(name)
    if (entry === undefined)
      throw new Error(`Expected ${id} to be asked ${name}, but it is asked ${[...entries.keys()].join(' ')}`)
    if (!('write' in entry)) throw new Error(`Expected an answer to ${name}`)
    const write = entry.write as (given: unknown) => Change
    drawing.change(write(value))
  }
}

export async function answered(xml: string, id: string, answers: readonly Answered[]): Promise<Drawn> {
  const drawing = await drawn(xml)
  answer(drawing, id, answers)
  return drawing
}

/** The compiled program, or every error of the check. */
export async function programOf(drawing: Drawn, links: Links, process = 'main'): Promise<Program> {
  const read = await readBpmn('test.bpmn', await drawing.write())
  const findings = read.ok ? checkDiagram(read.diagram, links) : read.findings
  const errors = findings.filter((it) => it.severity === 'error')
  if (!read.ok || errors.length > 0)
    throw new Error(errors.map((it) => `${it.rule} @ ${it.place ?? ''}: ${it.message}`).join('\n'))
  return compileProgram(read.diagram, process, links)
}

export function elementOf(program: Program, id: string): Element {
  const found = program.elements[program.byId.get(id) ?? -1]
  if (found === undefined) throw new Error(`Expected ${id} in the program`)
  return found
}

/** Expressions by their text, so that a test reads like what was answered. */
export const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, it: unknown) =>
      typeof it === 'object' && it !== null && 'source' in it && 'evaluate' in it ? it.source : it,
    ),
  )

/** Compiled expressions are told without their "=", and what kind an element is stands beside what it has. */
export function meant(means: object): object {
  const bare: unknown = JSON.parse(
    JSON.stringify(means, (_key, it: unknown) => (typeof it === 'string' ? it.replace(/^=/, '') : it)),
  )
  const { kind, ...rest } = bare as { readonly kind?: unknown }
  return typeof kind === 'object' ? { ...rest, ...kind } : (bare as object)
}

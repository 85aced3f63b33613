/** What the steps that fill a template hand over to it: in this package, and in the procedures of shared ones that it calls. */
import { bilingual } from '../../bilingual.ts'
import type { Node } from '../../bpmn/diagram.ts'
import { childrenOf, extensionOf, textOf } from '../../bpmn/element.ts'
import type { Program } from '../../program.ts'
import { templateNames } from '../../template-name.ts'
import type { Text } from '../../text.ts'
import type { CheckedPackage } from '../checked.ts'
import { typeOfExpression, type Lookup } from './expression-type.ts'
import type { Knowledge, Source } from './known.ts'
import { ANY, DATE, objectOf, TEXT, type Origin, type VariableType } from './variable.ts'

/** A step of this package, or a call of this package whose procedure fills the template. */
export interface Filling {
  readonly template: string
  readonly step: Text
  /** All that names of the template are looked for in. */
  readonly data: VariableType
}

const DOCUMENT = 'masar:document'
const NOTICE = 'masar:notify'

/** No procedure has more; to look into them all would keep everybody waiting. */
const mostSteps = 300

export function fillingsIn({ diagrams, shared }: Source, knowledge: Knowledge): readonly Filling[] {
  const programs = [...shared.values()].flatMap((it) => [...(it?.programs.values() ?? [])])
  const steps = diagrams.map(({ nodes }) => nodes.filter(mayFill))
  if (steps.flat().length > mostSteps) return []
  return steps.flatMap((nodes) =>
    nodes.flatMap((node) => {
      const called = textOf(extensionOf(node.element, 'zeebe:CalledElement'), 'processId')
      const program = called === undefined ? undefined : programs.find(({ processId }) => processId === called)
      const found = program
        ? inProgram(program, (name) => knowledge.handed(node, name), shared, new Set())
        : byStep(node, knowledge)
      const name = textOf(node.element, 'name') || node.id
      return found.map((it) => ({ ...it, step: bilingual(name.replaceAll('\n', ' ')) }))
    }),
  )
}

const mayFill = ({ type, element }: Node): boolean =>
  type === 'bpmn:CallActivity' || extensionOf(element, 'zeebe:TaskHeaders') !== undefined

type Found = Omit<Filling, 'step'>

function byStep(node: Node, knowledge: Knowledge): readonly Found[] {
  const type = textOf(extensionOf(node.element, 'zeebe:TaskDefinition'), 'type')
  const headers = childrenOf(extensionOf(node.element, 'zeebe:TaskHeaders'), 'values')
  const header = headers.find((it) => textOf(it, 'key') === 'template')
  return filledBy(type, textOf(header, 'value'), knowledge.handed(node, 'data'))
}

function filledBy(
  type: string | undefined,
  header: string | undefined,
  data: VariableType | undefined,
): readonly Found[] {
  if (header === undefined || (type !== DOCUMENT && type !== NOTICE)) return []
  const given = data ?? NOTHING
  return templateNames(type, header).map((template) => ({
    template,
    data: type === DOCUMENT ? withDocument(given) : given,
  }))
}

const MASAR: Origin = { kind: 'masar' }
const NOTHING: VariableType = { kind: 'object', fields: [], closed: true }

/** Of the paper itself Masar says what it is called and when it was issued. */
function withDocument(data: VariableType): VariableType {
  const facts = objectOf({ serial: TEXT, reference: TEXT, issuedAt: DATE, validUntil: DATE }, MASAR)
  const document = { name: 'document', type: facts, origin: MASAR }
  if (data.kind !== 'object') return { kind: 'object', fields: [document], unsure: true }
  return { ...data, fields: [...data.fields.filter(({ name }) => name !== document.name), document] }
}

/** Of a shared procedure only what it was handed is known, where it does not itself give the same name again. */
function inProgram(
  { processId, elements }: Program,
  handed: Lookup,
  shared: Source['shared'],
  open: ReadonlySet<string>,
): readonly Found[] {
  if (open.has(processId)) return []
  const given = new Set(elements.flatMap((it) => it.outputs.map(({ target: [name] }) => name)))
  const around: Lookup = (name) => (given.has(name) ? ANY : handed(name))
  return elements.flatMap((element): readonly Found[] => {
    const own: Lookup = (name) => {
      const sources = element.inputs.filter(({ target }) => target[0] === name)
      const [only] = sources
      if (only === undefined) return element.inputs.length === 0 ? (around(name) ?? ANY) : undefined
      const isWhole = sources.length === 1 && only.target.length === 1
      return isWhole ? typeOfExpression(`=${only.source.source}`, around, MASAR) : ANY
    }
    if (element.kind === 'serviceTask')
      return filledBy(element.job.type.source, element.headers['template'], own('data'))
    if (element.kind !== 'callActivity') return []
    const program = programOf(element.called, shared)
    const isAll = element.propagateAllParentVariables
    const inner: Lookup = (name) => own(name) ?? (isAll ? (around(name) ?? ANY) : undefined)
    return program ? inProgram(program, inner, shared, new Set([...open, processId])) : []
  })
}

function programOf(key: Program['key'], shared: ReadonlyMap<string, CheckedPackage | undefined>): Program | undefined {
  for (const found of shared.values())
    for (const program of found?.programs.values() ?? []) if (program.key === key) return program
  return undefined
}

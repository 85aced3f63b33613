/**
 * The forms a citizen fills to begin: named under "start" in workflow.json, or drawn on the start event as Camunda 8 does.
 *
 * A process with several start events without a trigger begins at the one the applicant chooses, each with the form drawn
 * on it, or else the one of workflow.json. On any other start event nobody would ever see a form, so it is refused there.
 */
import { nameOf, type Diagram, type Node } from '../bpmn/diagram.ts'
import { childrenOf, extensionOf, textOf } from '../bpmn/element.ts'
import { choicesOf } from '../bpmn/starts.ts'
import { mistake, quoted } from '../finding.ts'
import type { Finding } from '../problem.ts'
import type { Text } from '../text.ts'
import type { StartChoice, Workflow } from '../workflow.ts'
import type { Parts } from './parts.ts'

/** The workflow with the forms its start events name. */
export function withStartForm(parts: Parts): {
  readonly workflow: Workflow | undefined
  readonly findings: readonly Finding[]
} {
  const { workflow } = parts
  if (!workflow?.start) return { workflow, findings: workflow ? strayForms(parts, workflow) : [] }
  const choices = choicesIn(parts.diagrams, workflow.start.process)
  const findings = formsOf(parts).flatMap((one) => fault(one, workflow, choices.length > 1, parts.names.forms) ?? [])
  if (findings.length > 0) return { workflow, findings }
  const { start } = workflow
  if (choices.length > 1) {
    const asked = choices.map((node) => choiceOf(node, start.form))
    return { workflow: { ...workflow, start: { ...start, choices: asked } }, findings }
  }
  const form = formsOf(parts)[0]?.form
  return { workflow: form === undefined ? workflow : { ...workflow, start: { ...start, form } }, findings }
}

interface Drawn {
  readonly file: string
  readonly node: Node
  readonly form: string
}

const strayForms = (parts: Parts, workflow: Workflow): readonly Finding[] =>
  formsOf(parts).flatMap((one) => fault(one, workflow, false, parts.names.forms) ?? [])

const choicesIn = (diagrams: readonly Diagram[], process: string): readonly Node[] =>
  diagrams.flatMap((it) => it.processes.filter(({ id }) => id === process)).flatMap(choicesOf)

function choiceOf(node: Node, otherwise: string | undefined): StartChoice {
  const form = formOn(node) ?? otherwise
  return { event: node.id, name: nameOf(node), ...(form === undefined ? {} : { form }) }
}

const formOn = (node: Node): string | undefined =>
  node.type === 'bpmn:StartEvent' ? textOf(extensionOf(node.element, 'zeebe:FormDefinition'), 'formId') : undefined

const formsOf = ({ diagrams }: Parts): readonly Drawn[] =>
  diagrams.flatMap(({ file, nodes }) =>
    nodes.flatMap((node) => {
      const form = formOn(node)
      return form === undefined ? [] : [{ file, node, form }]
    }),
  )

function fault(
  { file, node, form }: Drawn,
  { start }: Workflow,
  chosen: boolean,
  forms: ReadonlySet<string>,
): Finding | undefined {
  const isHere = node.parent?.id === start?.process && childrenOf(node.element, 'eventDefinitions').length === 0
  if (!start || !isHere)
    return found(file, node, {
      en: `Expected a form only on a none start event of the process under "start" in workflow.json, but ${label(node)} has one`,
      ar: `لا يكون النموذج إلا على حدث بدء بلا مُطلِق في الإجراء المذكور تحت "start" في workflow.json، لكن لـ ${label(node)} نموذجًا`,
    })
  if (!chosen && start.form !== undefined && start.form !== form)
    return found(file, node, {
      en: `Expected the same form on ${label(node)} as under "start" in workflow.json, but found ${quoted(form)} and ${quoted(start.form)}`,
      ar: `يجب أن يكون نموذج ${label(node)} هو المذكور تحت "start" في workflow.json، لكن وُجد ${quoted(form)} و${quoted(start.form)}`,
    })
  if (forms.has(form)) return undefined
  return found(file, node, {
    en: `Expected the form of ${label(node)} in the package, but forms/${form.slice(0, 60)}.form.json is not there`,
    ar: `يجب أن يوجد نموذج ${label(node)} في الحزمة، لكن الملف forms/${form.slice(0, 60)}.form.json غير موجود`,
  })
}

const label = (node: Node): string => nameOf(node) || node.id

function found(file: string, { id }: Node, message: Text): Finding {
  return mistake('package/start-form', { file, place: id }, message, {
    en: 'Correct formId, or remove the form from the start event',
    ar: 'صحّح formId أو احذف النموذج من حدث البدء',
  })
}

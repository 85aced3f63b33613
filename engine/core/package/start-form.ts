/**
 * The form a citizen fills to begin: named under "start" in workflow.json, or drawn on the start event as Camunda 8 does.
 *
 * On any other start event nobody would ever see it, so it is refused there.
 */
import { nameOf, type Diagram, type Node } from '../bpmn/diagram.ts'
import { childrenOf, extensionOf, textOf } from '../bpmn/element.ts'
import { mistake, quoted } from '../finding.ts'
import type { Finding } from '../problem.ts'
import type { Text } from '../text.ts'
import type { Workflow } from '../workflow.ts'
import type { Parts } from './parts.ts'

/** The workflow with the form its start event names. */
export function withStartForm(parts: Parts): {
  readonly workflow: Workflow | undefined
  readonly findings: readonly Finding[]
} {
  const { workflow } = parts
  if (!workflow) return { workflow, findings: [] }
  const drawn = parts.diagrams.flatMap((diagram) => formsIn(diagram))
  const findings = drawn.flatMap((one) => fault(one, workflow, parts.names.forms) ?? [])
  const [first] = drawn
  if (!workflow.start || !first || findings.length > 0) return { workflow, findings }
  return { workflow: { ...workflow, start: { ...workflow.start, form: first.form } }, findings }
}

interface Drawn {
  readonly file: string
  readonly node: Node
  readonly form: string
}

const formsIn = ({ file, nodes }: Diagram): readonly Drawn[] =>
  nodes.flatMap((node) => {
    const form =
      node.type === 'bpmn:StartEvent' ? textOf(extensionOf(node.element, 'zeebe:FormDefinition'), 'formId') : undefined
    return form === undefined ? [] : [{ file, node, form }]
  })

function fault({ file, node, form }: Drawn, workflow: Workflow, forms: ReadonlySet<string>): Finding | undefined {
  const { start } = workflow
  const isHere = node.parent?.id === start?.process && childrenOf(node.element, 'eventDefinitions').length === 0
  if (!start || !isHere)
    return found(file, node, {
      en: `Expected a form only on the none start event of the process under "start" in workflow.json, but ${label(node)} has one`,
      ar: `لا يكون النموذج إلا على حدث البدء بلا مُطلِق في الإجراء المذكور تحت "start" في workflow.json، لكن لـ ${label(node)} نموذجًا`,
    })
  if (start.form !== undefined && start.form !== form)
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

/**
 * What is found out and looked at by nobody: a value that nothing reads, a choice of a clerk that leads nowhere, an answer asked
 * of people where nothing and nobody reads it.
 *
 * Said only where it is sure (read.ts). Nothing is said of a shared package, whose callers read what it leaves, nor of values
 * where a program is handed everything.
 */
import { inputsOf } from '../../bpmn/data.ts'
import type { Node } from '../../bpmn/diagram.ts'
import { childrenOf, extensionOf, textOf } from '../../bpmn/element.ts'
import { variablePath } from '../../bpmn/variable.ts'
import { advice, quoted } from '../../finding.ts'
import type { Finding } from '../../problem.ts'
import type { Text } from '../../text.ts'
import type { Form } from '../form.ts'
import { answersOf } from './json-types.ts'
import { namesRead, type Readers } from './read.ts'
import type { Variable } from './variable.ts'

export function unusedFindings(source: Readers): readonly Finding[] {
  const { workflow, diagrams, forms } = source
  if (!workflow || workflow.shared === true) return []
  const read = namesRead(source)
  const fields = [...forms.values()].map((form) => ({ form, fields: fieldsOf(form) }))
  const askedIn = Map.groupBy(
    fields.flatMap(({ form, fields: all }) => all.map(({ name }) => ({ name, form }))),
    ({ name }) => name,
  )
  /** A form that asks for what is there already shows it. */
  const isUnread = (name: string, asking = 0): boolean => !read.has(name) && (askedIn.get(name)?.length ?? 0) === asking
  const nodes = diagrams.flatMap(({ file, nodes: all }) => all.map((node) => ({ file, node })))
  const isTold = !nodes.some(({ node }) => handsOver(node))
  const ofTasks = new Set(nodes.flatMap(({ node }) => formOf(node) ?? []))
  const start = workflow.start?.form
  return [
    ...nodes.flatMap(({ file, node }) =>
      isTold ? namesGiven(node).flatMap((name) => (isUnread(name) ? [unreadResult(file, node.id, name)] : [])) : [],
    ),
    ...fields.flatMap(({ form, fields: all }) => {
      const isAsked = ofTasks.has(form.id) && form.id !== start
      const isSent = form.id === start && isTold && !isSeen(source)
      const about = isSent ? unreadAnswer : unreadChoice
      return all.flatMap((it) =>
        (isSent || (isAsked && isChoice(it))) && isUnread(it.name, 1) ? [about(form, it)] : [],
      )
    }),
  ]
}

/** A job for which no inputs are chosen is handed all there is; a paper reads what its template names. */
function handsOver(node: Node): boolean {
  const job = textOf(extensionOf(node.element, 'zeebe:TaskDefinition'), 'type')
  if (job === undefined || job === 'masar:document') return false
  const inputs = childrenOf(extensionOf(node.element, 'zeebe:IoMapping'), 'inputParameters')
  return inputs.length === 0 && inputsOf(node).length === 0
}

/** What a script or a decision gives, by a mapping or without. Other steps may keep things for the record. */
function namesGiven({ element }: Node): readonly string[] {
  const worksOut = extensionOf(element, 'zeebe:Script') ?? extensionOf(element, 'zeebe:CalledDecision')
  if (!worksOut) return []
  const outputs = childrenOf(extensionOf(element, 'zeebe:IoMapping'), 'outputParameters')
  const targets = outputs.flatMap((it) => {
    // What begins as nothing is filled in by somebody later.
    if (/^=\s*null$/.test(textOf(it, 'source')?.trim() ?? '')) return []
    return variablePath(textOf(it, 'target')?.trim() ?? '')?.[0] ?? []
  })
  return [...new Set([textOf(worksOut, 'resultVariable') ?? '', ...targets])].filter((it) => it !== '')
}

const formOf = ({ element }: Node): string | undefined => textOf(extensionOf(element, 'zeebe:FormDefinition'), 'formId')

/** Whether a clerk is shown the application, here or in a shared procedure. */
const isSeen = ({ diagrams, shared }: Readers): boolean =>
  diagrams.some(({ nodes }) => nodes.some(({ type }) => type === 'bpmn:UserTask')) ||
  [...shared.values()].some((it) =>
    [...(it?.programs.values() ?? [])].some(({ elements }) => elements.some(({ kind }) => kind === 'userTask')),
  )

const fieldsOf = (form: Form): readonly Variable[] =>
  answersOf(form.schema, form.texts, { kind: 'form', form: form.id })

/** What can only be confirmed need not lead anywhere. */
const isChoice = ({ type }: Variable): boolean => type.kind === 'text' && (type.choices?.length ?? 0) > 1

const RULE = 'variables/unused'

const unreadResult = (file: string, place: string, name: string): Finding =>
  advice(
    RULE,
    { file, place },
    {
      en: `Expected somebody to read what ${place} finds out, but no condition, decision, form or paper reads ${quoted(name)}`,
      ar: `المتوقع أن يقرأ شيءٌ ما تتوصل إليه الخطوة ${place}، لكن لا شرط ولا قرار ولا نموذج ولا وثيقة تقرأ ${quoted(name)}`,
    },
    { en: 'Use it where it was meant, or let the step not give it', ar: 'استعمله حيث أُريد له، أو لا تجعل الخطوة تعطيه' },
  )

const labelOf = ({ title, name }: Variable): Text => title ?? { ar: name, en: name }

const ofField = (form: Form, field: Variable, message: Text, remedy: Text): Finding =>
  advice(RULE, { file: `forms/${form.id}.form.json`, place: `/${field.name}` }, message, remedy)

function unreadChoice(form: Form, field: Variable): Finding {
  const label = labelOf(field)
  return ofField(
    form,
    field,
    {
      en: `Expected the choice to lead somewhere, but no condition, decision, form or paper reads the answer to ${quoted(label.en)}`,
      ar: `المتوقع أن يؤدي الاختيار إلى شيء، لكن لا شرط ولا قرار ولا نموذج ولا وثيقة تقرأ جواب ${quoted(label.ar)}`,
    },
    {
      en: 'Ask for it in a condition after the task, or leave the question out',
      ar: 'اسأل عنه في شرط بعد المهمة، أو احذف السؤال',
    },
  )
}

function unreadAnswer(form: Form, field: Variable): Finding {
  const label = labelOf(field)
  return ofField(
    form,
    field,
    {
      en: `Expected only questions whose answers are needed, but nothing reads the answer to ${quoted(label.en)} and no clerk sees it`,
      ar: `المتوقع ألا يُسأل إلا عما يُحتاج إليه، لكن لا شيء يقرأ جواب ${quoted(label.ar)} ولا موظف يراه`,
    },
    { en: 'Leave the question out, or use its answer', ar: 'احذف السؤال، أو استعمل جوابه' },
  )
}

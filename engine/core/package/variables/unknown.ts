/** Expressions that name what can never be there: a misspelt variable is told before a citizen meets it. */
import { expressionsIn, type Written } from '../../bpmn/expressions.ts'
import { parseExpression } from '../../bpmn/expression.ts'
import { isForCompensation, type Diagram, type Node } from '../../bpmn/diagram.ts'
import { extensionOf, textOf } from '../../bpmn/element.ts'
import type { Decision } from '../../dmn/decision.ts'
import { isFeel } from '../../feel/feel.ts'
import { advice, quoted } from '../../finding.ts'
import type { Finding } from '../../problem.ts'
import { LOOP_FIGURES } from './connector-results.ts'
import type { Knowledge } from './known.ts'
import { nearest } from './nearest.ts'
import type { Readers } from './read.ts'

export function unknownFindings({ diagrams, decisions }: Readers, knowledge: Knowledge): readonly Finding[] {
  return diagrams.flatMap((diagram) => {
    const nodes = new Map(diagram.nodes.map((it) => [it.element, it]))
    return [
      ...expressionsIn(diagram).flatMap((written) => {
        const node = nodeOf(written, nodes, diagram)
        return node ? inExpression(written, node, diagram, knowledge) : []
      }),
      ...diagram.nodes.flatMap((node) => inDecision(node, diagram, knowledge, decisions)),
    ]
  })
}

/** A condition on an arrow is asked where the arrow begins. */
const nodeOf = ({ at }: Written, nodes: ReadonlyMap<unknown, Node>, { flows }: Diagram): Node | undefined =>
  nodes.get(at) ?? flows.find((it) => it.element === at)?.from

/** What the engine itself hands to these. */
const HANDED: ReadonlySet<string> = new Set([
  ...Object.keys(LOOP_FIGURES),
  'loopCounter',
  'activationCount',
  'activationCounts',
])

function inExpression(
  { at, field, text }: Written,
  node: Node,
  { file }: Diagram,
  knowledge: Knowledge,
): readonly Finding[] {
  if (!isFeel(text.trim()) || isForCompensation(node)) return []
  const parsed = parseExpression(text)
  if (!parsed.ok) return []
  const known = knowledge.names(node)
  return missing(known, parsed.expression.names)
    .filter((name) => !HANDED.has(name) && !asksFirst(text, name))
    .map((name) => finding(file, at.id ?? node.id, field, name, known))
}

function inDecision(
  node: Node,
  { file }: Diagram,
  knowledge: Knowledge,
  decisions: ReadonlyMap<string, Decision>,
): readonly Finding[] {
  const decision = decisions.get(textOf(extensionOf(node.element, 'zeebe:CalledDecision'), 'decisionId') ?? '')
  if (!decision || isForCompensation(node)) return []
  const known = knowledge.names(node)
  return missing(known, decision.inputs).map((name) => finding(file, node.id, `decision ${decision.id}`, name, known))
}

type Names = ReturnType<Knowledge['names']>

function missing({ names: there, isOpen }: Names, names: readonly string[]): readonly string[] {
  return isOpen ? [] : names.filter((name) => !there.includes(name))
}

/** `is defined(x)` and its like may ask for what is not there. */
const asksFirst = (text: string, name: string): boolean =>
  ['is defined', 'get or else', 'get value'].some((it) => text.includes(it) && text.includes(name))

function finding(file: string, place: string, field: string, name: string, { names }: Names): Finding {
  const near = nearest(name, names)
  return advice(
    'variables/unknown',
    { file, place },
    {
      en: `Expected a variable that can be there, but ${quoted(name)} in ${field} of ${place} is given by no form, step or mapping`,
      ar: `المتوقع متغير يمكن أن يكون موجودًا، لكن ${quoted(name)} في ${field} للعنصر ${place} لا يعطيه نموذج ولا خطوة ولا ربط`,
    },
    near === undefined
      ? { en: 'Correct the name, or let a step give it', ar: 'صحّح الاسم أو اجعل خطوة تعطيه' }
      : { en: `Did you mean ${quoted(near)}?`, ar: `هل المقصود ${quoted(near)}؟` },
  )
}

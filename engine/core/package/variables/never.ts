/**
 * Texts that an answer can never be: a condition that asks for "aprove" where the choices are "approve" and "refuse" holds for nobody, and the
 * procedure goes the other way without a word.
 *
 * Said only of what is sure to be one of its choices, and not where an outsider may bring anything.
 */
import type { Diagram, Node } from '../../bpmn/diagram.ts'
import { isForCompensation } from '../../bpmn/diagram.ts'
import { expressionsIn, type Written } from '../../bpmn/expressions.ts'
import { extensionOf, textOf } from '../../bpmn/element.ts'
import type { Decision } from '../../dmn/decision.ts'
import { builtinNames, feelSource, isFeel } from '../../feel/feel.ts'
import { parse } from '../../feel/parse/parse.ts'
import { SyntaxFault } from '../../feel/parse/reader.ts'
import type { FeelNode } from '../../feel/syntax.ts'
import { advice, quoted } from '../../finding.ts'
import type { Finding } from '../../problem.ts'
import { comparisonsIn, type Comparison } from './comparisons.ts'
import { typeOfNode, type Lookup } from './expression-type.ts'
import type { Knowledge } from './known.ts'
import { nearest } from './nearest.ts'
import type { Readers } from './read.ts'

export function neverFindings({ diagrams, decisions }: Readers, knowledge: Knowledge): readonly Finding[] {
  const nodes = diagrams.flatMap((it) => it.nodes)
  return [
    ...diagrams.flatMap((diagram) => {
      const own = new Map(diagram.nodes.map((it) => [it.element, it]))
      return expressionsIn(diagram).flatMap((written) => {
        const node = own.get(written.at) ?? diagram.flows.find((it) => it.element === written.at)?.from
        return node ? inExpression(written, node, diagram, knowledge) : []
      })
    }),
    ...[...decisions.values()].flatMap((decision) =>
      inDecision(
        decision,
        nodes.filter((it) => textOf(extensionOf(it.element, 'zeebe:CalledDecision'), 'decisionId') === decision.id),
        knowledge,
      ),
    ),
  ]
}

function inExpression({ at, text }: Written, node: Node, { file }: Diagram, knowledge: Knowledge): readonly Finding[] {
  // Most expressions compare nothing with a text.
  if (!isFeel(text.trim()) || !text.includes('"') || isForCompensation(node)) return []
  const parsed = parse(feelSource(text.trim()), 'expression', builtinNames)
  if (parsed instanceof SyntaxFault) return []
  return neverIn(parsed, knowledge.around(node)).map((it) => finding(file, at.id ?? node.id, it))
}

/** What no step that asks the decision ever hands to it. */
function inDecision({ columns }: Decision, askers: readonly Node[], knowledge: Knowledge): readonly Finding[] {
  if (askers.length === 0 || askers.some((it) => knowledge.names(it).isOpen)) return []
  return columns.flatMap(({ expression, cells }) => {
    const asked = parse(expression, 'expression', builtinNames)
    if (asked instanceof SyntaxFault) return []
    const types = askers.map((it) => typeOfNode(asked, (name) => knowledge.handed(it, name)))
    return cells.flatMap(({ file, place = '', text }) => {
      const tests = text.includes('"') ? parse(text, 'unary tests', builtinNames) : undefined
      if (tests === undefined || tests instanceof SyntaxFault) return []
      const [first = [], ...others] = types.map((type) => neverIn(tests, (name) => (name === '?' ? type : undefined)))
      return first
        .filter((it) => others.every((all) => all.some((other) => other.with === it.with)))
        .map((it) => finding(file, place, { ...it, what: expression }))
    })
  })
}

const neverIn = (node: FeelNode, lookup: Lookup): readonly Comparison[] =>
  comparisonsIn(node, lookup).filter(({ choices, with: asked }) => !choices.includes(asked))

const MOST = 6

function finding(file: string, place: string, { what, with: asked, choices }: Comparison): Finding {
  const near = nearest(asked, choices)
  const all = choices.slice(0, MOST).map(quoted)
  const more = choices.length > MOST
  return advice(
    'variables/never',
    { file, place },
    {
      en: `Expected one of the choices of ${quoted(what)} (${all.join(', ')}${more ? ', …' : ''}), but it is compared with ${quoted(asked)}, which it never is`,
      ar: `المتوقع أحد خيارات ${quoted(what)} (${all.join('، ')}${more ? '، …' : ''})، لكنه يُقارن بالقيمة ${quoted(asked)} ولا يكونها أبدًا`,
    },
    near === undefined
      ? { en: 'Write the value of one of its choices', ar: 'اكتب قيمة أحد خياراته' }
      : { en: `Did you mean ${quoted(near)}?`, ar: `هل المقصود ${quoted(near)}؟` },
  )
}

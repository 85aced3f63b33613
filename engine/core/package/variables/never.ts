/**
 * Texts that an answer can never be: a condition that asks for "aprove" where the choices are "approve" and "refuse" holds for nobody, and the
 * procedure goes the other way without a word.
 *
 * Said only of what is sure to be one of its choices, and not where an outsider may bring anything.
 */
import type { Diagram, Node } from '../../bpmn/diagram.ts'
import { isForCompensation } from '../../bpmn/diagram.ts'
import { expressionsIn, type Written } from '../../bpmn/expressions.ts'
import { builtinNames, feelSource, isFeel } from '../../feel/feel.ts'
import { parse } from '../../feel/parse/parse.ts'
import { SyntaxFault } from '../../feel/parse/reader.ts'
import { advice, quoted } from '../../finding.ts'
import type { Finding } from '../../problem.ts'
import { comparisonsIn, type Comparison } from './comparisons.ts'
import type { Knowledge } from './known.ts'
import { nearest } from './nearest.ts'
import type { Readers } from './read.ts'

export function neverFindings({ diagrams }: Pick<Readers, 'diagrams'>, knowledge: Knowledge): readonly Finding[] {
  return diagrams.flatMap((diagram) => {
    const nodes = new Map(diagram.nodes.map((it) => [it.element, it]))
    return expressionsIn(diagram).flatMap((written) => {
      const node = nodes.get(written.at) ?? diagram.flows.find((it) => it.element === written.at)?.from
      return node ? inExpression(written, node, diagram, knowledge) : []
    })
  })
}

function inExpression({ at, text }: Written, node: Node, { file }: Diagram, knowledge: Knowledge): readonly Finding[] {
  // Most expressions compare nothing with a text.
  if (!isFeel(text.trim()) || !text.includes('"') || isForCompensation(node)) return []
  const parsed = parse(feelSource(text.trim()), 'expression', builtinNames)
  if (parsed instanceof SyntaxFault) return []
  return comparisonsIn(parsed, knowledge.around(node))
    .filter(({ choices, with: asked }) => !choices.includes(asked))
    .map((it) => finding(file, at.id ?? node.id, it))
}

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

/** Every kind of box a decision can hold; anything else is refused. */
import type { Expression } from 'dmn-moddle'
import { UNREADABLE, type Boxed, type Reading, type Site } from './boxed.ts'
import { compileContext } from './context.ts'
import { within } from './finding.ts'
import { compileFunction } from './function.ts'
import { compileInvocation } from './invocation.ts'
import { compileList } from './list.ts'
import { compileLiteral } from './literal.ts'
import { compileRelation } from './relation.ts'
import { compileTable } from './table.ts'
import { checked } from './typed.ts'

type Kind = Expression['$type']
type Compile<K extends Kind> = (node: Extract<Expression, { $type: K }>, site: Site) => Boxed

const KINDS: { readonly [K in Kind]: Compile<K> } = {
  'dmn:DecisionTable': compileTable,
  'dmn:LiteralExpression': compileLiteral,
  'dmn:Context': compileContext,
  'dmn:Invocation': compileInvocation,
  'dmn:List': compileList,
  'dmn:Relation': compileRelation,
  'dmn:FunctionDefinition': compileFunction,
}

/** Boxes inside boxes beyond this are not a decision a person can read. */
const DEEPEST = 20

export const boxed: Reading['boxed'] = (node, outer, what) => {
  const { findings, types } = outer.reading
  if (node === undefined) {
    findings.add('missing', outer.place, what)
    return UNREADABLE
  }
  const site = { ...outer, place: within(outer.place, node.id, '', ''), depth: outer.depth + 1 }
  if (site.depth > DEEPEST) {
    findings.add('too-large', site.place, `boxes nested more than ${String(DEEPEST)} deep`)
    return UNREADABLE
  }
  const box = compile(node, site)
  return node.$type === 'dmn:FunctionDefinition' ? box : checked(box, types.resolve(node.typeRef, site.place), 'result')
}

function compile<K extends Kind>(node: Extract<Expression, { $type: K }>, site: Site): Boxed {
  const kind: K = node.$type
  if (Object.hasOwn(KINDS, kind)) return KINDS[kind](node, site)
  site.reading.findings.add('unsupported', site.place, `the element ${kind}`)
  return UNREADABLE
}

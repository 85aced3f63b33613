/** A decision that is one FEEL expression. */
import type { LiteralExpression } from 'dmn-moddle'
import { UNREADABLE, type Boxed, type Site } from './boxed.ts'
import { boxedExpression, checkLanguage } from './expression.ts'

export function compileLiteral(node: LiteralExpression, site: Site): Boxed {
  const { findings } = site.reading
  checkLanguage(node.expressionLanguage, site)
  if (node.importedValues !== undefined) findings.add('unsupported', site.place, 'imported values')
  const text = node.text?.trim() ?? ''
  if (text !== '') return boxedExpression(text, site)
  findings.add('missing', site.place, 'the FEEL expression')
  return UNREADABLE
}

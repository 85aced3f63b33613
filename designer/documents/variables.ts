/** The values a template can hold: what the steps that issue it hand over, and what it names already. */
import { fromXml } from '../../engine/core/xml-text.ts'
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { parse } from '../../engine/core/feel/parse/parse.ts'
import { SyntaxFault } from '../../engine/core/feel/parse/reader.ts'
import type { FeelNode } from '../../engine/core/feel/syntax.ts'
import { leavesOf, sampleFor } from './sample.ts'

export interface Issuer {
  readonly file: string
  readonly element: string
  /** As the drawing has it, in both languages. */
  readonly title: string
  /** FEEL of the data handed over. */
  readonly data: string
}

const TASK = /<(?:\w+:)?(?:serviceTask|sendTask)\b[^>]*?\bid="([^"]+)"[\s\S]*?<\/(?:\w+:)?(?:serviceTask|sendTask)>/g
const NAME = /^<[^>]*?\sname="([^"]*)"/
const TEMPLATE = /<zeebe:header\b[^>]*\bkey="template"[^>]*\bvalue="([^"]+)"/
const DATA = /<zeebe:input\b(?=[^>]*\btarget="data")[^>]*\bsource=(?:"([^"]*)"|'([^']*)')/

/** @param name as the header says it: "certificate" of templates/certificate.hbs, "told" of templates/told.ar.txt.hbs */
export function issuersOf(files: DraftFiles, name: string): readonly Issuer[] {
  return [...files]
    .filter(([path]) => path.endsWith('.bpmn'))
    .flatMap(([file, text]) =>
      [...text.matchAll(TASK)].flatMap(([whole, element = '']): readonly Issuer[] => {
        if (TEMPLATE.exec(whole)?.[1] !== name) return []
        const [, double, single] = DATA.exec(whole) ?? []
        const title = fromXml(NAME.exec(whole)?.[1] ?? '') || element
        return [{ file, element, title, data: fromXml(double ?? single ?? '') }]
      }),
    )
}

export const DOCUMENT_FACTS = ['serial', 'reference', 'issuedAt', 'validUntil'] as const

/** Dotted names, those that are handed over first. */
export function variablesFor(files: DraftFiles, name: string, source: string): readonly string[] {
  const given = issuersOf(files, name).flatMap(({ data }) => namesIn(data))
  const said = leavesOf(sampleFor(source)).map(({ path }) =>
    path
      .split('/')
      .filter((part) => !/^\d+$/.test(part) && part !== 'ar' && part !== 'en')
      .join('.'),
  )
  return [...new Set([...given, ...said])].filter((path) => path !== '')
}

function namesIn(data: string): readonly string[] {
  const node = parse(data.replace(/^=/, ''), 'expression', [])
  return node instanceof SyntaxFault ? [] : waysIn(node, '')
}

function waysIn(node: FeelNode, before: string): readonly string[] {
  if (node.kind !== 'context') return before === '' ? [] : [before]
  const keys = node.entries.map(([key]) => key)
  // A text in both languages is one value.
  if (before !== '' && keys.length === 2 && keys.includes('ar') && keys.includes('en')) return [before]
  return node.entries.flatMap(([key, value]) => waysIn(value, before === '' ? key : `${before}.${key}`))
}

/**
 * The decision file as text becomes a tree of named elements, or the reasons why it cannot: the one door to dmn-moddle.
 *
 * What the parser would skip or overwrite in silence is a finding here: warnings, a second child where DMN has one,
 * attributes and extension elements of vendors that could mean something we do not do.
 */
import { DmnModdle, type Definitions, type Node } from 'dmn-moddle'
import { within, type Findings, type Place } from './finding.ts'

export type { Definitions, Expression, Node } from 'dmn-moddle'

/** DMN 1.2, 1.4 and 1.5 write the same elements under other namespaces; what is new in them is reported by the parser. */
const NAMESPACES = {
  'http://www.omg.org/spec/DMN/20180521/MODEL/': 'dmn',
  'https://www.omg.org/spec/DMN/20211108/MODEL/': 'dmn',
  'https://www.omg.org/spec/DMN/20230324/MODEL/': 'dmn',
  'http://www.omg.org/spec/DMN/20180521/DMNDI/': 'dmndi',
  'https://www.omg.org/spec/DMN/20211108/DMNDI/': 'dmndi',
  'https://www.omg.org/spec/DMN/20230324/DMNDI/': 'dmndi',
} as const

/** Attributes of these only say how the drawing looks or which tool made it. */
const HARMLESS = [
  'http://bpmn.io/schema/dmn/',
  'http://camunda.org/schema/modeler/',
  'http://www.w3.org/2001/XMLSchema-instance',
] as const

/** Names a version for people; a package pins its decisions by its own version. */
const HARMLESS_ELEMENTS: ReadonlySet<string> = new Set(['zeebe:versionTag'])

const DEFINITIONS: Place = { id: undefined, words: { en: '', ar: '' } }

/** @returns the root element, or undefined where `findings` says why not */
export async function parseDmn(xml: string, findings: Findings): Promise<Definitions | undefined> {
  const moddle = new DmnModdle(undefined, { nsMap: { ...NAMESPACES } })
  watchRepetitions(moddle, findings)
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml)
    for (const warning of warnings) findings.add('unreadable', DEFINITIONS, firstLines(warning))
    checkVendors(rootElement, new Map(), findings)
    return rootElement
  } catch (error) {
    findings.add('unreadable', DEFINITIONS, error instanceof Error ? firstLines(error) : String(error))
    return undefined
  }
}

/** The parser keeps only the last of two children where DMN allows one; here the second is reported. */
function watchRepetitions(moddle: DmnModdle, findings: Findings): void {
  const { properties } = moddle
  const set = properties.set.bind(properties)
  properties.set = (target, name, value) => {
    const local = name.slice(name.indexOf(':') + 1)
    if (local !== '$parent' && Object.hasOwn(target, local)) findings.add('repeated', placeOf(target), local)
    set(target, name, value)
  }
}

function checkVendors(node: Node, prefixes: ReadonlyMap<string, string>, findings: Findings): void {
  const known = declaredBy(node, prefixes)
  for (const name of Object.keys(node.$attrs ?? {})) {
    const prefix = name.split(':')[0] ?? ''
    if (prefix === 'xmlns' || prefix === 'xml' || !name.includes(':')) continue
    const uri = known.get(prefix) ?? ''
    if (!HARMLESS.some((start) => uri.startsWith(start)))
      findings.add('unsupported', placeOf(node), `attribute ${name}`)
  }
  for (const extension of node.extensionElements?.values ?? []) {
    if (!HARMLESS_ELEMENTS.has(extension.$type))
      findings.add('unsupported', placeOf(node), `element <${extension.$type}>`)
  }
  for (const [name, value] of Object.entries(node)) {
    if (name.startsWith('$') || name === 'extensionElements' || name === 'dmnDI') continue
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) checkVendors(child, known, findings)
  }
}

function declaredBy(node: Node, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const declared = Object.entries(node.$attrs ?? {}).filter(([name]) => name.startsWith('xmlns:'))
  if (declared.length === 0) return outer
  return new Map([...outer, ...declared.map(([name, uri]): [string, string] => [name.slice('xmlns:'.length), uri])])
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && '$type' in value

const placeOf = (node: Node): Place =>
  within(DEFINITIONS, node.id, node.$type.replace('dmn:', ''), node.$type.replace('dmn:', ''))

const firstLines = (error: Error): string => error.message.split('\n', 3).join(' ').replaceAll(/\s+/g, ' ')

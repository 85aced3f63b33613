/** What a package offers an element to choose from: roles, deadlines, articles, forms, tables, procedures, agreements. Read from its files as they are, faults and all. */
import { fromXml } from '../../../engine/core/xml-text.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import { titleOf as titleOfDecision } from '../../decisions/naming.ts'
import { listOf, type Listed } from '../../documents/listed.ts'
import { bilingual } from '../../../engine/core/bilingual.ts'
import type { Text } from '../../../engine/core/text.ts'

export interface Named {
  readonly id: string
  readonly title: Text
}

export interface KnownDeadline extends Named {
  readonly duration: string
  readonly statutory: boolean
}

export interface KnownDecision extends Named {
  readonly file: string
}

/** A procedure that can be called. */
export interface Callable extends Named {
  /** Shared package it stands in; absent: in this one. */
  readonly from?: string
  /** Start events one of which a call names. */
  readonly starts: readonly Named[]
}

export interface Facts {
  readonly roles: readonly Named[]
  readonly deadlines: readonly KnownDeadline[]
  readonly legalBasis: readonly Named[]
  readonly forms: readonly Named[]
  readonly decisions: readonly KnownDecision[]
  readonly processes: readonly Callable[]
  /** Templates, as steps name them. */
  readonly papers: readonly string[]
  readonly notices: readonly string[]
  /** Services with a data agreement, as they stand in workflow.json. */
  readonly services: readonly string[]
  readonly timeZone: string
}

/** Path -> text. */
export type Files = ReadonlyMap<string, string>

const HEBRON = 'Asia/Hebron'

export interface SharedPackage {
  readonly id: string
  readonly version: string
}

/** Those that workflow.json pins. */
export function usesOf(files: Files): readonly SharedPackage[] {
  return Object.entries(objectOf(jsonOf(files.get('workflow.json'))['uses'])).flatMap(([id, version]) =>
    typeof version === 'string' ? [{ id, version }] : [],
  )
}

/** @param shared procedures of the shared packages the draft uses */
export function factsOf(files: Files, shared: readonly Callable[] = []): Facts {
  const workflow = jsonOf(files.get('workflow.json'))
  const entries = (name: string): readonly JsonObject[] => entriesIn(workflow[name])
  return {
    roles: Object.entries(objectOf(workflow['roles'])).map(([id, title]) => ({ id, title: titleOf(title, id) })),
    deadlines: entries('deadlines').map((it) => ({
      ...named(it),
      duration: textOf(it['duration']),
      statutory: it['statutory'] === true,
    })),
    legalBasis: entries('legalBasis').map(named),
    forms: [...files].flatMap(([path, text]) => {
      const id = /^forms\/(.+)\.form\.json$/.exec(path)?.[1]
      return id === undefined ? [] : [{ id, title: titleOf(jsonOf(text)['title'], id) }]
    }),
    decisions: [...files].flatMap(([path, text]) => (path.endsWith('.dmn') ? decisionsIn(path, text) : [])),
    processes: [...callable(files), ...shared],
    ...templatesOf(files),
    services: entries('dataAgreements').map((it) => textOf(it['service'])),
    timeZone: textOf(objectOf(workflow['calendar'])['timeZone']) || HEBRON,
  }
}

function templatesOf(files: Files): Pick<Facts, 'papers' | 'notices'> {
  const all = listOf(files)
  const named = (kind: Listed['kind']): readonly string[] =>
    all.filter((it) => it.kind === kind).map(({ name }) => name)
  return { papers: named('paper'), notices: named('notice') }
}

/** Only to choose from: what a drawing means is read by the engine's own reader. */
function callable(files: Files): readonly Callable[] {
  return [...files].flatMap(([path, text]) => (path.endsWith('.bpmn') ? processesIn(text) : []))
}

function processesIn(xml: string): readonly Callable[] {
  return elementsIn(xml, 'process').map(({ inside, ...process }) => {
    const starts = startsIn(inside)
    return { ...process, starts: starts.length > 1 ? starts : [] }
  })
}

/** None start events of the process itself. */
function startsIn(xml: string): readonly Named[] {
  let flat = xml
  for (let before = ''; before !== flat;) {
    before = flat
    flat = flat.replaceAll(
      /<((?:[\w-]+:)?(?:subProcess|transaction|adHocSubProcess))\b(?:(?!<\1\b)[\s\S])*?<\/\1>/g,
      '',
    )
  }
  return elementsIn(flat, 'startEvent').flatMap(({ inside, ...start }) =>
    /EventDefinition\b/.test(inside) ? [] : [start],
  )
}

export interface DrawnElement extends Named {
  /** What stands in it, as XML. */
  readonly inside: string
}

/** Every element of a kind, in the order of the drawing. */
export function elementsIn(xml: string, tag: string): readonly DrawnElement[] {
  const whole = new RegExp(`<((?:[\\w-]+:)?${tag})\\b([^>]*?)(?:/>|>([\\s\\S]*?)</\\1>)`, 'g')
  return [...xml.matchAll(whole)].map(([, , head = '', inside = '']) => {
    const id = attributeIn(head, 'id')
    return { id, title: bilingual(attributeIn(head, 'name') || id), inside }
  })
}

/** A name that formulas use is none for people: they read the description then. */
function decisionsIn(file: string, xml: string): readonly KnownDecision[] {
  return [...xml.matchAll(/<(?:[\w-]+:)?decision\s([^>]*)>(?:\s*<(?:[\w-]+:)?description>([^<]*)<)?/g)].map(
    ([, head = '', description = '']) => {
      const id = attributeIn(head, 'id')
      return {
        id,
        file,
        title: titleOfDecision({ id, name: attributeIn(head, 'name') || id, description: fromXml(description) }),
      }
    },
  )
}

export const attributeIn = (head: string, name: string): string =>
  fromXml(new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(head)?.slice(1).find(Boolean) ?? '')

const named = (entry: JsonObject): Named => ({
  id: textOf(entry['id']),
  title: titleOf(entry['title'], textOf(entry['id'])),
})

function titleOf(value: JsonValue | undefined, otherwise: string): Text {
  const { ar, en } = objectOf(value)
  return { ar: textOf(ar) || textOf(en) || otherwise, en: textOf(en) || textOf(ar) || otherwise }
}

function jsonOf(text: string | undefined): JsonObject {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isJsonObject(value) ? value : {}
  } catch {
    return {}
  }
}

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '')
const objectOf = (value: JsonValue | undefined): JsonObject => (isJsonObject(value) ? value : {})
const entriesIn = (value: JsonValue | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : []

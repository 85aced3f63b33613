/** Copied steps as text, with everything they mean: so they can be pasted into another drawing, package or window. */
import type { Meaning, Moddle } from '../canvas/model.ts'

interface Described extends Meaning {
  /** Of an element no vocabulary here knows. */
  readonly $body?: string
  readonly $children?: readonly unknown[]
  readonly $attrs?: Readonly<Record<string, unknown>>
  readonly $descriptor: {
    readonly isGeneric?: boolean
    readonly ns?: { readonly uri?: string }
    readonly properties?: readonly {
      readonly name: string
      readonly ns: { readonly name: string; readonly localName: string }
      readonly isReference?: boolean
    }[]
  }
}

type Plain = null | string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain }

export const written = (copied: unknown): string => JSON.stringify(plain(copied))

/** What was written, as elements of this drawing's model; nothing for text that is none of ours. */
export function read(text: string, moddle: Moddle): unknown {
  try {
    return revived(JSON.parse(text), moddle)
  } catch {
    return undefined
  }
}

function plain(value: unknown): Plain {
  if (value === null || value === undefined || typeof value === 'function') return null
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean' ? value : Number(value)
  if (Array.isArray(value)) return value.map(plain)
  if (isMeaning(value)) return meaning(value)
  return fields(Object.entries(value))
}

function meaning(element: Described): Plain {
  if (element.$descriptor.isGeneric) {
    const own = Object.entries(element).filter(([name]) => !name.startsWith('$'))
    const { $body, $children } = element
    return {
      $any: element.$type,
      uri: element.$descriptor.ns?.uri ?? '',
      own: fields(own),
      body: plain($body),
      children: plain($children ?? []),
    }
  }
  const references = new Set(
    element.$descriptor.properties?.filter((it) => it.isReference).map((it) => it.ns.localName),
  )
  const own = Object.entries(element).filter(([name]) => !name.startsWith('$') && !references.has(name))
  return { $type: element.$type, attrs: fields(Object.entries(element.$attrs ?? {})), own: fields(own) }
}

const fields = (entries: readonly (readonly [string, unknown])[]): Plain =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined).map(([name, value]) => [name, plain(value)]))

const isMeaning = (value: object): value is Described => '$type' in value && '$descriptor' in value

function revived(value: unknown, moddle: Moddle): unknown {
  if (Array.isArray(value)) return value.map((it) => revived(it, moddle))
  if (!isRecord(value)) return value === null ? undefined : value
  if (typeof value['$any'] === 'string' && isRecord(value['own'])) return unknownElement(value['$any'], value, moddle)
  if (typeof value['$type'] !== 'string' || !isRecord(value['own'])) return inner(value, moddle)
  const attributes = isRecord(value['attrs']) ? value['attrs'] : {}
  const element = moddle.create(value['$type'], { ...inner(value['own'], moddle), ...attributes })
  for (const child of Object.values(element).flat()) if (isChild(child)) child.$parent = element
  return element
}

const isChild = (value: unknown): value is { $parent?: Meaning } =>
  typeof value === 'object' && value !== null && '$type' in value

function unknownElement(name: string, value: Readonly<Record<string, unknown>>, moddle: Moddle): Meaning {
  const own = isRecord(value['own']) ? inner(value['own'], moddle) : {}
  const children = Array.isArray(value['children']) ? value['children'].map((it) => revived(it, moddle)) : []
  const made = moddle.createAny(name, String(value['uri']), {
    ...own,
    ...(typeof value['body'] === 'string' && { $body: value['body'] }),
    ...(children.length > 0 && { $children: children }),
  })
  for (const child of children) if (isChild(child)) child.$parent = made
  return made
}

function inner(record: Readonly<Record<string, unknown>>, moddle: Moddle): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, it]) => [name, revived(it, moddle)]))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Drawings follow where a role, a deadline or an article is called otherwise: whoever does a task, and its clock, stay the same. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import type { IdKind } from './rename.ts'

interface Places {
  readonly attributes: readonly string[]
  /** Of zeebe:properties. */
  readonly properties: readonly string[]
}

/** Where a drawing says ids of workflow.json, one or several with commas between them. */
const PLACES: Partial<Record<IdKind, Places>> = {
  roles: { attributes: ['candidateGroups'], properties: ['masar:candidateGroups'] },
  deadlines: { attributes: [], properties: ['masar:deadline', 'masar:stopsClock'] },
  legalBasis: { attributes: [], properties: ['masar:legalBasis'] },
}

/** @returns the drawings that change; nothing else in them does */
export function drawingsRenamed(
  files: DraftFiles,
  kind: IdKind,
  from: string,
  to: string,
): ReadonlyMap<string, string> {
  const places = PLACES[kind]
  if (places === undefined) return new Map()
  const changed = [...files].flatMap(([path, text]): readonly (readonly [string, string])[] => {
    if (!path.endsWith('.bpmn')) return []
    const next = inProperties(inAttributes(text, places, from, to), places, from, to)
    return next === text ? [] : [[path, next]]
  })
  return new Map(changed)
}

const inAttributes = (text: string, { attributes }: Places, from: string, to: string): string =>
  attributes.reduce(
    (sum, name) =>
      sum.replaceAll(
        new RegExp(`(\\s${name}=)("[^"]*"|'[^']*')`, 'g'),
        (_, before: string, value: string) => before + inList(value, from, to),
      ),
    text,
  )

const inProperties = (text: string, { properties }: Places, from: string, to: string): string =>
  text.replaceAll(/<(?:[\w-]+:)?property\b[^>]*>/g, (tag) => {
    const name = /\sname=["']([^"']*)["']/.exec(tag)?.[1] ?? ''
    if (!properties.includes(name)) return tag
    return tag.replace(
      /(\svalue=)("[^"]*"|'[^']*')/,
      (_, before: string, value: string) => before + inList(value, from, to),
    )
  })

/** @param quoted the attribute's value; an expression is left to whoever wrote it */
function inList(quoted: string, from: string, to: string): string {
  const quote = quoted.charAt(0)
  const value = quoted.slice(1, -1)
  if (value.trim().startsWith('=')) return quoted
  const names = value.split(',').map((it) => (it.trim() === from ? it.replace(from, () => to) : it))
  return quote + names.join(',') + quote
}

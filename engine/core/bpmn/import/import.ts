/**
 * A drawing made for Camunda 7 or Operaton, rewritten for Masar: the same procedure in the zeebe vocabulary and FEEL.
 *
 * The drawing itself, its documentation and what other tools wrote into the file stay as they are. Everything that was
 * rewritten, dropped or is left for a person is told, with the element it stood on.
 */
import type { Finding } from '../../problem.ts'
import { checkDiagram } from '../check.ts'
import { isElement } from '../element.ts'
import { isMutable, type MutableElement, parseForeign } from '../moddle.ts'
import { readBpmn, unreadable } from '../read.ts'
import { scanXml } from '../scan.ts'
import { BOOLEANS } from '../vocabulary.ts'
import type { Note } from './note.ts'
import { TRANSLATIONS } from './table.ts'
import { Workshop } from './workshop.ts'

export type Import =
  | {
      readonly ok: true
      readonly xml: string
      readonly notes: readonly Note[]
      /** What is still wrong with the drawing, as `masar check` tells it without the rest of the package. */
      readonly findings: readonly Finding[]
    }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export async function importBpmn(file: string, xml: string): Promise<Import> {
  const scanned = scanXml(file, xml, BOOLEANS)
  if (scanned.length > 0) return { ok: false, findings: scanned }
  const drawing = await parseForeign(xml)
  if ('unreadable' in drawing) return { ok: false, findings: [unreadable(file, drawing.unreadable)] }
  const workshop = new Workshop(drawing)
  for (const element of elementsIn(drawing.root)) for (const { translate } of TRANSLATIONS) translate(element, workshop)
  const written = await drawing.write()
  const read = await readBpmn(file, written)
  return {
    ok: true,
    xml: written,
    notes: workshop.notes,
    findings: read.ok ? checkDiagram(read.diagram) : read.findings,
  }
}

/** Every element of the drawing once, its inside first, so that an event knows what its definitions left. */
function elementsIn(root: MutableElement): readonly MutableElement[] {
  const found: MutableElement[] = []
  const seen = new Set<MutableElement>([root])
  const open: MutableElement[] = [root]
  for (let element = open.pop(); element; element = open.pop()) {
    found.push(element)
    for (const child of childrenOf(element)) {
      if (seen.has(child) || child.$parent !== element || !child.$type.startsWith('bpmn:')) continue
      seen.add(child)
      open.push(child)
    }
  }
  return found.toReversed()
}

/** What it holds, in lists or alone; references to elements elsewhere are told by their parent. */
function childrenOf(element: MutableElement): readonly MutableElement[] {
  return Object.values(element).flatMap((value: unknown) => {
    if (Array.isArray(value)) return value.filter(isMutable)
    return isElement(value) && isMutable(value) ? [value] : []
  })
}

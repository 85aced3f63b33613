/** What a test has done with each element, noted on the test for the coverage table. */
import { TestRunner } from 'vitest'
import { readBpmn } from '../../engine/core/bpmn/read.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { flowRows, rowsOf } from './classify.ts'

/** How an element was met: run by an executor, run with the office closed and opened between all steps, or refused. */
export type Met = 'kernel' | 'bpmn-engine' | 'restart' | 'refused'

declare module 'vitest' {
  interface TaskMeta {
    /** Rows of the coverage table by how they were met. */
    elements?: Partial<Record<Met, string[]>>
    /** Why bpmn-engine did not tell the story, by row: of what it cannot run, and of what was drawn around that. */
    beyond?: { readonly own: Record<string, string>; readonly around: Record<string, string> }
  }
}

export function note(met: Met, rows: Iterable<string>): void {
  const { meta } = TestRunner.getCurrentTest() ?? {}
  if (!meta) return
  const elements = (meta.elements ??= {})
  elements[met] = [...new Set([...(elements[met] ?? []), ...rows])]
}

export function noteBeyond(place: 'own' | 'around', rows: Iterable<string>, reason: string): void {
  const { meta } = TestRunner.getCurrentTest() ?? {}
  if (!meta) return
  const beyond = (meta.beyond ??= { own: {}, around: {} })
  for (const row of rows) beyond[place][row] ??= reason
}

/** Rows of every step and arrow of a package, by its id. */
export async function rowsIn(files: PackageFiles): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = new Map<string, readonly string[]>()
  for (const [path, bytes] of files) {
    if (!path.endsWith('.bpmn')) continue
    const read = await readBpmn(path, new TextDecoder().decode(bytes))
    if (!read.ok) continue
    for (const node of read.diagram.nodes) rows.set(node.id, rowsOf(node, read.diagram))
    for (const flow of read.diagram.flows) rows.set(flow.id, flowRows(flow))
  }
  return rows
}

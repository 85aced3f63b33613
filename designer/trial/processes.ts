import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
/** Which processes each drawing of the package holds. */

const PROCESS = /<(?:[\w-]+:)?process\s[^>]*?\bid="([^"]+)"/g

export const processesIn = (files: DraftFiles): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    [...files].flatMap(([path, text]) =>
      path.endsWith('.bpmn') ? [[path, new Set([...text.matchAll(PROCESS)].map(([, id = '']) => id))] as const] : [],
    ),
  )

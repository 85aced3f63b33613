import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
/** What the other files of a draft define, as far as it can be read while they are being written. */

export const formIds = (files: DraftFiles): readonly string[] =>
  [...files.keys()].flatMap((path) => /^forms\/(.+)\.form\.json$/.exec(path)?.[1] ?? [])

export const processIds = (files: DraftFiles): readonly string[] => idsOf(files, '.bpmn', 'process')

export const decisionIds = (files: DraftFiles): readonly string[] => idsOf(files, '.dmn', 'decision')

/** Ids of elements of a name; within a start tag, so what stands in texts and comments is escaped or rare. */
function idsOf(files: DraftFiles, ending: string, element: string): readonly string[] {
  const tag = new RegExp(`<(?:[\\w-]+:)?${element}\\s[^>]*?\\bid="([^"]+)"`, 'g')
  return [...files]
    .filter(([path]) => path.endsWith(ending))
    .flatMap(([, content]) => [...content.matchAll(tag)].map((match) => match[1] ?? ''))
}

/** Which file defines a decision. */
export const fileOfDecision = (files: DraftFiles, id: string): string | undefined =>
  [...files.keys()].find(
    (path) => path.endsWith('.dmn') && decisionIds(new Map([[path, files.get(path) ?? '']])).includes(id),
  )

/** The decisions of a draft, by file, and what uses each. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { useEffect, useState } from 'preact/hooks'
import { openDmn, type DmnDraft, type Decision, type InputData } from '../../engine/core/dmn/rewrite.ts'
import type { Text } from '../../engine/core/text.ts'
import { readTitlePage, TITLE_PAGE, valueAt } from '../policy/title-page.ts'
import { elementsIn } from '../procedure/properties/facts.ts'
import { isDecisionNode, isInputNode } from './nodes.ts'
import { titleOf } from './naming.ts'

export interface DecisionFile {
  readonly file: string
  /** undefined: it cannot be read. */
  readonly draft: DmnDraft | undefined
}

/** Read again only where the text has changed. */
export function useDecisionFiles(files: DraftFiles): readonly DecisionFile[] | undefined {
  const [read, setRead] = useState<readonly (DecisionFile & { readonly text: string })[]>()
  const texts = [...files].filter(([path]) => path.endsWith('.dmn')).sort(([a], [b]) => (a < b ? -1 : 1))
  const key = texts.map(([path, text]) => `${path}\0${text}`).join('\0')
  useEffect(() => {
    let gone = false
    const all = texts.map(async ([file, text]) => {
      const known = read?.find((it) => it.file === file && it.text === text)
      return known ?? { file, text, draft: await openDmn(text) }
    })
    void Promise.all(all).then((found) => gone || setRead(found))
    return () => {
      gone = true
    }
  }, [key])
  return read
}

export const decisionsIn = ({ draft }: DecisionFile): readonly Decision[] =>
  (draft?.definitions.drgElement ?? []).filter(isDecisionNode)

export const inputsIn = ({ draft }: DecisionFile): readonly InputData[] =>
  (draft?.definitions.drgElement ?? []).filter(isInputNode)

export type Use =
  | { readonly kind: 'fee'; readonly title: Text; readonly index: number }
  | { readonly kind: 'step'; readonly file: string; readonly element: string; readonly title: Text }
  | { readonly kind: 'decision'; readonly id: string; readonly title: Text }
  | { readonly kind: 'form'; readonly file: string }

export function usesOf(id: string, files: DraftFiles, all: readonly DecisionFile[]): readonly Use[] {
  return [...feesWith(id, files), ...stepsWith(id, files), ...decisionsWith(id, all)]
}

function feesWith(id: string, files: DraftFiles): readonly Use[] {
  const fees = valueAt(readTitlePage(files.get(TITLE_PAGE)) ?? {}, ['fees'])
  if (!Array.isArray(fees)) return []
  return fees.flatMap((_, index): readonly Use[] => {
    const say = (language: string): string => String(valueAt(fees, [index, 'title', language]) ?? '')
    return valueAt(fees, [index, 'decision']) === id
      ? [{ kind: 'fee', index, title: { ar: say('ar'), en: say('en') } }]
      : []
  })
}

function stepsWith(id: string, files: DraftFiles): readonly Use[] {
  return [...files]
    .filter(([path]) => path.endsWith('.bpmn'))
    .flatMap(([file, text]) =>
      elementsIn(text, 'businessRuleTask')
        .filter(({ inside }) => inside.includes(`decisionId="${id}"`))
        .map((it): Use => ({ kind: 'step', file, element: it.id, title: it.title })),
    )
}

function decisionsWith(id: string, all: readonly DecisionFile[]): readonly Use[] {
  return all.flatMap((file) =>
    decisionsIn(file)
      .filter((it) => it.informationRequirement?.some((one) => one.requiredDecision?.href === `#${id}`))
      .map((it): Use => ({ kind: 'decision', id: it.id ?? '', title: titleOf(it) })),
  )
}

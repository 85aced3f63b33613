/** Lists that a question can offer without anybody writing an expression: those of the package under policy, and those the procedure knows where the form is filled in. */
import { isJsonObject } from '../../../engine/core/json.ts'
import type { Text } from '../../../engine/core/text.ts'
import { useKnown } from '../../check/check.ts'
import type { DraftSession } from '../../draft/session.ts'
import { readTitlePage, TITLE_PAGE } from '../../policy/title-page.ts'
import type { Building } from '../building.ts'
import { spotOf } from '../form-uses.ts'
import { formIdOf } from '../model/form-file.ts'

export interface KnownList {
  /** As the form has it: "=policy.branches". */
  readonly value: string
  readonly title: Text
}

export function useKnownLists(session: DraftSession, { path }: Building): readonly KnownList[] {
  const { file, element } = spotOf(session.files, formIdOf(path) ?? '')
  const known = useKnown(session, file, element)
  const own = policyLists(session.files.get(TITLE_PAGE))
  const others = (known?.variables ?? []).flatMap(({ name, type, title }): readonly KnownList[] =>
    type.kind === 'list' ? [{ value: `=${name}`, title: named(name, title) }] : [],
  )
  return [...own, ...others]
}

/** Constants of the package that are lists; nothing but FEEL names can be read. */
export function policyLists(workflow: string | undefined): readonly KnownList[] {
  const policy = readTitlePage(workflow)?.['policy']
  if (policy === undefined || !isJsonObject(policy)) return []
  return Object.entries(policy).flatMap(([name, value]) =>
    Array.isArray(value) ? [{ value: `=policy.${name}`, title: named(name, undefined) }] : [],
  )
}

const named = (name: string, title: Text | undefined): Text =>
  title === undefined ? { ar: name, en: name } : { ar: `${title.ar} (${name})`, en: `${title.en} (${name})` }

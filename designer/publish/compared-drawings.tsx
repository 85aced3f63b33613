/** The drawings that change, before and after, with names in the languages the reader chose. */
import { bilingual } from '../../engine/core/bilingual.ts'
import type { Difference } from '../../engine/core/package/difference/difference.ts'
import type { Language } from '../../engine/core/text.ts'
import { Select } from '../frame/select.tsx'
import { useLanguage } from '../language/language.tsx'
import { SHOWN } from '../procedure/lettering/name.ts'
import { useKeptNames } from '../procedure/view/shown-names.ts'
import { PROCEDURE_WORDS } from '../procedure/words.ts'
import type { Drawings } from './server.ts'
import { Sides } from './sides.tsx'
import { PUBLISH_WORDS as WORDS } from './words.ts'

interface DrawingsProps {
  readonly drawings: { readonly before: Drawings; readonly after: Drawings }
  readonly differences: readonly Difference[]
}

const NAMES = { both: PROCEDURE_WORDS.namesBoth, ar: PROCEDURE_WORDS.namesAr, en: PROCEDURE_WORDS.namesEn } as const

export function ComparedDrawings({ drawings: { before, after }, differences }: DrawingsProps) {
  const { say, language } = useLanguage()
  const [shown, show] = useKeptNames()
  const files = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  if (files.length === 0) return null
  return (
    <>
      <h2>{say(WORDS.drawings)}</h2>
      <div class="bar">
        <ul class="publish-legend">
          {(['added', 'removed', 'changed'] as const).map((kind) => (
            <li key={kind}>
              <span class={`publish-badge publish-badge-${kind}`}>{say(WORDS[kind])}</span>
            </li>
          ))}
        </ul>
        <Select
          label={say(PROCEDURE_WORDS.names)}
          value={shown}
          options={SHOWN.map((value) => ({ value, label: say(NAMES[value]) }))}
          onChange={(chosen) => show(SHOWN.find((it) => it === chosen) ?? 'both')}
        />
      </div>
      {files.map((file) => (
        <Sides
          key={file}
          title={calledIn(after[file] ?? before[file] ?? '', language) ?? file}
          before={before[file]}
          after={after[file]}
          differences={differences.filter((it) => it.file === file)}
          shown={shown}
        />
      ))}
    </>
  )
}

/** What its procedure is called. */
function calledIn(xml: string, language: Language): string | undefined {
  const [process] = new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagNameNS('*', 'process')
  const name = process?.getAttribute('name')
  return name ? bilingual(name)[language] : undefined
}

/** The drawing before and after, side by side, with what changed marked. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import type { Difference } from '../../engine/core/package/difference/difference.ts'
import { useLanguage } from '../language/language.tsx'
import { Diagram } from '../trial/diagram.tsx'
import { PUBLISH_WORDS as WORDS } from './words.ts'

interface DrawingsProps {
  readonly before: Readonly<Record<string, string>>
  readonly after: DraftFiles
  readonly differences: readonly Difference[]
}

const MARKS = {
  added: 'publish-mark-added',
  removed: 'publish-mark-removed',
  renamed: 'publish-mark-changed',
  changed: 'publish-mark-changed',
} as const

export function Drawings({ before, after, differences }: DrawingsProps) {
  const { say } = useLanguage()
  const changed = [...new Set(differences.map(({ file }) => file))].filter((file) => file.endsWith('.bpmn'))
  return (
    <>
      {changed.map((file) => {
        const found = differences.filter((it) => it.file === file && it.place !== undefined)
        const classes = new Map(found.map(({ place = '', change }) => [place, MARKS[change]]))
        const marks = { classes, badges: new Map<string, string>() }
        const sides = [
          { words: WORDS.before, xml: before[file] },
          { words: WORDS.after, xml: after.get(file) },
        ]
        return (
          <section key={file} class="publish-sides">
            {sides.map(
              ({ words, xml }) =>
                xml !== undefined && (
                  <div key={words.en}>
                    <h3>
                      {say(words)} <bdi dir="ltr">{file}</bdi>
                    </h3>
                    <Diagram xml={xml} marks={marks} />
                  </div>
                ),
            )}
          </section>
        )
      })}
    </>
  )
}

/** One finding: what is wrong and where, what to do, and the way to the very field. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import type { Finding } from '../../engine/core/problem.ts'
import { ROUTES } from '../app/routes.ts'
import { Icon } from '../frame/icon.tsx'
import { useLanguage } from '../language/language.tsx'
import './check.css'
import { spotOf } from './place.ts'
import { toldTo } from './wording.ts'
import { CHECK_WORDS } from './words.ts'

interface FindingItemProps {
  readonly finding: Finding
  readonly files: DraftFiles
  readonly draft: string
  /** What stands over it already. */
  readonly under?: string
  readonly go: (view: string, ...at: readonly string[]) => void
}

export function FindingItem({ finding, files, draft, under, go }: FindingItemProps) {
  const { say, language } = useLanguage()
  const { severity } = finding
  const spot = spotOf(finding)
  const { where, message, remedy } = toldTo(finding, files, language)
  const rest = under !== undefined && where?.startsWith(under) ? where.slice(under.length).replace(/^ › /, '') : where
  return (
    <li class={`finding finding-${severity}`}>
      <Icon name={severity === 'error' ? 'bad' : 'warn'} />
      <div>
        {rest && <p class="finding-where">{rest}</p>}
        <p>
          <strong>{say(CHECK_WORDS[severity])}</strong> <bdi>{message}</bdi>
        </p>
        {remedy && <p class="hint">{say(CHECK_WORDS.todo, { remedy })}</p>}
      </div>
      {spot && (
        <a
          href={ROUTES.draft(draft, spot.view, ...spot.at)}
          aria-label={where === undefined ? undefined : say(CHECK_WORDS.goTo, { place: where })}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            go(spot.view, ...spot.at)
          }}
        >
          {say(CHECK_WORDS.go)}
        </a>
      )}
    </li>
  )
}

/** Each of them, the first few where there are many. */
export function FindingItems({
  findings,
  most = Number.POSITIVE_INFINITY,
  ...one
}: Omit<FindingItemProps, 'finding'> & { readonly findings: readonly Finding[]; readonly most?: number }) {
  const { say } = useLanguage()
  if (findings.length === 0) return null
  return (
    <>
      <ul class="findings-list">
        {findings.slice(0, most).map((finding, index) => (
          <FindingItem key={`${finding.rule} ${finding.place ?? ''} ${String(index)}`} finding={finding} {...one} />
        ))}
      </ul>
      {findings.length > most && (
        <p>
          <button type="button" class="btn btn-link" onClick={() => one.go('findings')}>
            {say(CHECK_WORDS.more, { count: findings.length - most })}
          </button>
        </p>
      )}
    </>
  )
}

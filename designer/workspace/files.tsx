/** Everything a package holds, file by file: what each is for, and its text for those who want it. */
import type { ViewProps } from '../app/views.ts'
import { useFiles } from '../draft/session.ts'
import { useLanguage } from '../language/language.tsx'
import { WORKSPACE_WORDS as WORDS } from './words.ts'

export default function Files({ session, at, go }: ViewProps) {
  const { say } = useLanguage()
  const files = useFiles(session)
  const [path] = at
  const shown = path === undefined ? undefined : files.get(path)
  return (
    <div class="page files">
      <h2>{say(WORDS.files)}</h2>
      <ul class="file-list">
        {[...files.keys()].sort().map((name) => (
          <li key={name}>
            <button
              type="button"
              class="btn btn-link"
              aria-current={name === path ? 'true' : undefined}
              onClick={() => go('files', name)}
            >
              <code>{name}</code>
            </button>
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <pre class="file-text" dir="ltr" tabIndex={0} aria-label={path}>
          {shown}
        </pre>
      )}
    </div>
  )
}

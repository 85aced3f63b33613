/** Services at work, once their code is there. */
import { useEffect, useState } from 'preact/hooks'
import type { ComponentType } from 'preact'
import { Header } from '../frame/header.tsx'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { APP_WORDS } from './words.ts'

type Live = ComponentType<{ readonly at: readonly string[] }>
type Loaded = { readonly kind: 'loading' | 'failed' } | { readonly kind: 'there'; readonly live: Live }

export function LiveOf({ at }: { readonly at: readonly string[] }) {
  const { say } = useLanguage()
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' })
  useEffect(() => {
    let gone = false
    import('../live/live.tsx').then(
      (module) => gone || setLoaded({ kind: 'there', live: module.default }),
      () => gone || setLoaded({ kind: 'failed' }),
    )
    return () => {
      gone = true
    }
  }, [])
  if (loaded.kind === 'there') return <loaded.live at={at} />
  return (
    <>
      <Header />
      <main class="page" id="view" tabIndex={-1}>
        {loaded.kind === 'loading' ? (
          <p role="status">{say(APP_WORDS.loading)}</p>
        ) : (
          <Notice kind="bad">{say(APP_WORDS.unloaded)}</Notice>
        )}
      </main>
    </>
  )
}

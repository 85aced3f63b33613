/** A view, once its code is there. */
import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import type { View, ViewProps } from './views.ts'
import { APP_WORDS } from './words.ts'

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'there'; readonly body: Body }
  | { readonly kind: 'failed' }
type Body = Awaited<ReturnType<View['load']>>['default']

export function ViewOf({ view, ...props }: ViewProps & { readonly view: View }) {
  const { say } = useLanguage()
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' })
  useEffect(() => {
    let gone = false
    view.load().then(
      (module) => gone || setLoaded({ kind: 'there', body: module.default }),
      () => gone || setLoaded({ kind: 'failed' }),
    )
    return () => {
      gone = true
    }
  }, [view])
  if (loaded.kind === 'loading') return <p role="status">{say(APP_WORDS.loading)}</p>
  if (loaded.kind === 'failed') return <Notice kind="bad">{say(APP_WORDS.unloaded)}</Notice>
  const { body: Body } = loaded
  return <Body {...props} />
}

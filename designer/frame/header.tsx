/** The top of the designer: where one is, what belongs to it, the language, and the way to the site. */
import type { ComponentChildren } from 'preact'
import { APP_WORDS } from '../app/words.ts'
import { goTo, ROUTES } from '../app/routes.ts'
import { useLanguage } from '../language/language.tsx'
import { person } from '../server/page.ts'
import { FRAME_WORDS } from './words.ts'

export function Header({ children }: { readonly children?: ComponentChildren }) {
  const { say, language, read } = useLanguage()
  const other = language === 'ar' ? 'en' : 'ar'
  return (
    <header class="top">
      <a class="skip" href="#view">
        {say(FRAME_WORDS.skip)}
      </a>
      <a
        class="top-brand"
        href={ROUTES.workspace()}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          goTo(ROUTES.workspace())
        }}
      >
        <strong>{say(APP_WORDS.name)}</strong> <span>{say(APP_WORDS.title)}</span>
      </a>
      {children}
      <div class="top-tools">
        <button
          type="button"
          class="btn btn-link"
          lang={other}
          dir={other === 'ar' ? 'rtl' : 'ltr'}
          onClick={() => read(other)}
        >
          {FRAME_WORDS.thisLanguage[other]}
        </button>
        <a class="btn btn-link" href="/sessions">
          <bdi>{person().name || say(APP_WORDS.account)}</bdi>
        </a>
        <a class="btn btn-link" href="/">
          {say(APP_WORDS.toSite)}
        </a>
      </div>
    </header>
  )
}

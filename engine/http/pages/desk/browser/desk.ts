/** What a browser adds to the desk: drafts kept while one types, news as they come, single keys. Without it all works by pages. */
import { keepDraft } from './draft.ts'
import { followNews } from './news.ts'
import { takeKeys } from './keys.ts'

const page = document.querySelector<HTMLElement>('[data-page]')
if (page) {
  takeKeys(page)
  followNews(page)
}
const form = document.querySelector<HTMLFormElement>('form[data-draft]')
if (form) keepDraft(form)

/** News of tasks: the inbox is brought up to date by itself, unless somebody is in the middle of it; a task says that it changed. */
import { drawnAnew } from '../../../../../forms/browser/drawn-anew.ts'

interface News {
  readonly tasks: readonly string[]
  /** It was done by the reader, here or in another window. */
  readonly own: boolean
}

/** Several things happen at once; and a busy agency must not make every open window ask all the time. */
const PAUSE = 500
const REST = 5_000

export function followNews(page: HTMLElement): void {
  const address = page.dataset['events']
  if (address === undefined) return
  const source = new EventSource(address)
  let waiting: number | undefined
  let rested = 0
  const soon = (): void => {
    waiting ??= window.setTimeout(
      () => {
        waiting = undefined
        rested = Date.now() + REST * (1 + Math.random())
        void renew(page)
      },
      Math.max(PAUSE, rested - Date.now()),
    )
  }
  source.addEventListener('tasks', (event: MessageEvent<string>) => {
    const news = JSON.parse(event.data) as News
    if (page.dataset['task'] !== undefined) {
      if (news.tasks.includes(page.dataset['task']) && !news.own) showBar(page)
      return
    }
    soon()
  })
  // What happened between the page and its news, or while the connection was gone, nobody tells any more.
  source.addEventListener('open', () => {
    if (page.dataset['task'] === undefined) soon()
  })
  window.addEventListener('pagehide', () => source.close())
}

const showBar = (page: HTMLElement): void => page.querySelector('[data-news]')?.removeAttribute('hidden')

async function renew(page: HTMLElement): Promise<void> {
  if (isBusy(page)) return showBar(page)
  const fresh = await drawnAnew(window.location.href)
  if (!fresh || isBusy(page)) return showBar(page)
  for (const part of page.querySelectorAll('[data-live]')) {
    const other = fresh.querySelector(`[data-live="${part.getAttribute('data-live') ?? ''}"]`)
    if (other && other.outerHTML !== part.outerHTML) part.replaceWith(document.adoptNode(other))
  }
}

/** Somebody has chosen tasks, or stands in the list with the keyboard. */
const isBusy = (page: HTMLElement): boolean =>
  page.querySelector('[data-live] input:checked') !== null ||
  (document.activeElement !== null && document.activeElement.closest('[data-live]') !== null)
